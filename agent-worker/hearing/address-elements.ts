import { readPause } from './pauses.ts';
import { isDoubleU, readLetter } from './spoken-letters.ts';
import { digitOf, readNumber } from './spoken-numbers.ts';
import type { Token } from './tokens-of.ts';

/** One thing said of an address, not yet told whether "oh" is a letter and "jay" a name. */
export type Element =
  | { kind: 'word'; text: string }
  | { kind: 'letter'; text: string }
  | { kind: 'digits'; text: string }
  | { kind: 'joint'; text: '.' | '_' | '-' | '+' }
  /** "jay", "are", "mike": a letter where letters are said, else the word. */
  | { kind: 'letter-name'; text: string; letter: string; isNato: boolean }
  /** "o", "oh", doubled or not: the letter, or zero. */
  | { kind: 'oh'; said: 'o' | 'oh'; count: number }
  /** "spelled", "that's": what was said is now spelled. */
  | { kind: 'spelled' };

const joints: Record<string, '.' | '_' | '-' | '+'> = {
  dot: '.', point: '.', period: '.', underscore: '_', _: '_', dash: '-', hyphen: '-', minus: '-', plus: '+', '+': '+',
}; // prettier-ignore
const repeats: Record<string, number> = { double: 2, triple: 3, treble: 3, quadruple: 4 };
const skipped = new Set(
  'um uh er erm hmm then , lowercase uppercase capital letter letters number digit digits word'.split(' '),
);
const spellingWords = new Set(['spelled', 'spelt', 'spelling', 'spell', "that's", 'thats']);

type Read = { element: Element | undefined; next: number };

/** What the tokens from one to another say of an address, in their order. */
export function addressElements(tokens: readonly Token[]): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < tokens.length;) {
    const { element, next } = readElement(tokens, at);
    const last = elements.at(-1);
    if (element?.kind === 'oh' && last?.kind === 'oh') last.count += element.count;
    else if (element) elements.push(element);
    at = next;
  }
  return elements;
}

function readElement(tokens: readonly Token[], at: number): Read {
  const word = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text;
  const joint = joints[word];
  if (joint) return { element: { kind: 'joint', text: joint }, next: at + 1 };
  if (word === 'under' && next === 'score') return { element: { kind: 'joint', text: '_' }, next: at + 2 };
  if (word === '.' || word === '-') return { element: typedJoint(tokens, at), next: at + 1 };
  if (spellingWords.has(word) || (word === 'so' && at > 0 && /^[a-z]$/.test(next ?? '')))
    return { element: { kind: 'spelled' }, next: at + 1 };
  if ((word === 'with' || word === 'without') && (next === 'a' || next === 'an') && readLetter(tokens, at + 2))
    return { element: undefined, next: readLetter(tokens, at + 2)?.next ?? at + 3 };
  const pause = readPause(tokens, at);
  // A single word may be part of a name: "bill and sue".
  if (pause && pause.next > at + 1 && !pause.isAnd) return { element: undefined, next: pause.next };
  const times = isDoubleU(tokens, at) ? undefined : repeats[word];
  const repeated = times === undefined ? undefined : readRepeated(tokens, at + 1, times);
  if (repeated) return repeated;
  if (skipped.has(word) || (word === 'the' && skipped.has(next ?? ''))) return { element: undefined, next: at + 1 };
  const number = readNumber(tokens, at);
  if (number) return { element: { kind: 'digits', text: number.digits }, next: number.next };
  return readWord(tokens, at);
}

function readWord(tokens: readonly Token[], at: number): Read {
  const word = tokens[at]?.text ?? '';
  const letter = readLetter(tokens, at);
  if ((word === 'o' || word === 'oh') && letter?.next === at + 1)
    return { element: { kind: 'oh', said: word, count: 1 }, next: at + 1 };
  if (letter?.by === 'letter') return { element: { kind: 'letter', text: letter.letter }, next: letter.next };
  if (letter)
    return {
      element: { kind: 'letter-name', text: word, letter: letter.letter, isNato: letter.by === 'nato' },
      next: letter.next,
    };
  const text = word.replace(/[^a-z0-9]/g, '');
  return { element: text === '' ? undefined : { kind: 'word', text }, next: at + 1 };
}

/** "double l", "double o", "triple one"; "double u" is a letter of its own. */
function readRepeated(tokens: readonly Token[], at: number, times: number): Read | undefined {
  const word = tokens[at]?.text ?? '';
  if (word === 'o' || word === 'oh') return { element: { kind: 'oh', said: word, count: times }, next: at + 1 };
  const digit = digitOf(word);
  if (digit !== undefined) return { element: { kind: 'digits', text: digit.repeat(times) }, next: at + 1 };
  const letter = readLetter(tokens, at);
  return letter && { element: { kind: 'letter', text: letter.letter.repeat(times) }, next: letter.next };
}

/** "john.smith", "anne-marie"; not the dots of "J. O. H. N." and "J.R." nor the dashes of "j-o-h-n". */
function typedJoint(tokens: readonly Token[], at: number): Element | undefined {
  const [before, joint, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (joint?.isGlued !== true || after?.isGlued !== true) return undefined;
  const areInitials = [before, after].every((token) => /^[A-Z]$/.test(token?.written ?? ''));
  if (joint.text === '.') return areInitials ? undefined : { kind: 'joint', text: '.' };
  return before?.text.length === 1 && after.text.length === 1 ? undefined : { kind: 'joint', text: '-' };
}
