import { addressElements, type Element } from './address-elements.ts';
import { addressReadings } from './address-readings.ts';
import { correctionEnd } from './correction.ts';
import type { Token } from './tokens-of.ts';

const endings = new Set(
  'com net org edu gov co uk io us ca de fr au info biz me app dev shop store online eu nz jp ie es it nl ch at mx br tv ai in'.split(
    ' ',
  ),
);
const providers = new Set(
  'gmail googlemail yahoo hotmail outlook icloud aol live msn protonmail proton comcast verizon att email mail gmx me'.split(
    ' ',
  ),
);
/** Longer than this is a sentence, not a domain. */
const mostWords = 6;
/** In tokens, for a name that is spelled with a comma or a dash after each letter. */
const longestName = 40;
/** Four letters and the commas between them: "i, n, f, o". */
const longestSpelledEnding = 7;
const dots = new Set(['dot', 'point', 'period']);

export interface SpokenDomain {
  domain: string;
  /** Whether it ends as domains mostly do. */
  isKnown: boolean;
  next: number;
}

/**
 * The domain said from a token on: "g mail dot com", "yahoo dot co dot u k", "my dash shop dot com", "gmail com".
 * A correction within it ("gmail, no, hotmail dot com") begins it anew. Undefined when there is none.
 */
export function readDomain(tokens: readonly Token[], at: number): SpokenDomain | undefined {
  let labelFrom = at;
  for (let here = at; here < tokens.length && here - labelFrom <= longestName; here++) {
    const corrected = here > labelFrom ? correctionIn(tokens, here) : undefined;
    if (corrected !== undefined) {
      labelFrom = tokens[corrected]?.text === 'at' ? corrected + 1 : corrected;
      here = labelFrom - 1;
      continue;
    }
    const name = label(tokens.slice(labelFrom, here));
    if (isDot(tokens, here)) return name === '' ? undefined : readEndings(tokens, { at: here, name });
    if (providers.has(name) && ['com', 'net'].includes(tokens[here]?.text ?? ''))
      return { domain: `${name}.${tokens[here]?.text ?? ''}`, isKnown: true, next: here + 1 };
    if (isEndOfPhrase(tokens, here)) return undefined;
  }
  return undefined;
}

/** "gmail, no, hotmail", and "gmail, wait, at hotmail" */
function correctionIn(tokens: readonly Token[], at: number): number | undefined {
  const isHeld = tokens[at]?.text === 'wait' && ['at', ','].includes(tokens[at + 1]?.text ?? '');
  return isHeld ? at + (tokens[at + 1]?.text === ',' ? 2 : 1) : correctionEnd(tokens, at);
}

/** Whether a known mail provider is named here, without its ending. */
export function namesProvider(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((length) => providers.has(label(tokens.slice(at, at + length))));
}

function readEndings(tokens: readonly Token[], { at, name }: { at: number; name: string }): SpokenDomain | undefined {
  let domain = name;
  let next = at;
  while (isDot(tokens, next)) {
    const from = tokens[next + 1]?.text === ',' ? next + 2 : next + 1;
    const to = endOfLabel(tokens, from);
    const ending = label(tokens.slice(from, to));
    if (ending === '') break;
    domain += `.${ending}`;
    next = to;
  }
  const ending = /\.([a-z]{2,})$/.exec(domain)?.[1];
  return ending === undefined ? undefined : { domain, isKnown: endings.has(ending), next };
}

/** A label after the first: the letters of a known ending, two or three other letters ("dot f m"), or one word. */
function endOfLabel(tokens: readonly Token[], from: number): number {
  const rest = tokens.slice(from, from + longestSpelledEnding);
  const spelled = rest.findIndex(({ text }) => !/^[a-z,-]$/.test(text));
  const end = spelled === -1 ? rest.length : spelled;
  for (let length = end; length > 1; length--) {
    if (/[a-z]/.test(rest[length - 1]?.text ?? '') && endings.has(label(rest.slice(0, length)))) return from + length;
  }
  const letters = rest.slice(0, end).filter(({ text }) => /[a-z]/.test(text)).length;
  return letters === 2 || letters === 3 ? from + end : from + 1;
}

function label(tokens: readonly Token[]): string {
  if (tokens.filter(({ text }) => /^\w{2}/.test(text)).length > mostWords) return '';
  const elements = addressElements(tokens);
  // "gee mail", "eye cloud"
  const [spelled] = addressReadings(elements.map(asLetter));
  if (spelled !== undefined && providers.has(spelled)) return spelled;
  return addressReadings(elements)[0] ?? '';
}

const asLetter = (element: Element): Element =>
  element.kind === 'letter-name' ? { kind: 'letter', text: element.letter } : element;

function isDot(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return dots.has(token.text) || (token.text === '.' && tokens[at + 1]?.isGlued === true);
}

function isEndOfPhrase(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at] ?? { text: '' };
  return ['?', '!', ';', '@', 'at'].includes(text) || (text === '.' && tokens[at - 1]?.text.length !== 1);
}
