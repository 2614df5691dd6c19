import { addressElements } from './address-elements.ts';
import { addressReadings } from './address-readings.ts';
import { correctionEnd } from './correction.ts';
import { readNumber } from './spoken-numbers.ts';
import { standsAt, type Token } from './tokens-of.ts';

/** The address begins after the last of these. */
const markers = new Set("it's its is was email emails mail address or : ; ? ! under use used using".split(' '));
/** Those that can be an address themselves: "email at example dot com". */
const namesToo = new Set(['email', 'mail', 'address']);
const politeness = new Set(
  'yes yeah yep yup sure ok okay alright um uh er erm hmm mm well so and , . i think believe please try hey it be would should might could must of course that this probably maybe oh number order'.split(
    ' ',
  ),
);
/** An address has at most 64 characters before its at sign (RFC 5321), each said with a word or two and a comma. */
const longestAddress = 160;
const letterLike = new Set(['i', 'oh']);
/** "I bought it at amazon dot com" is no address. */
const sentenceWords = new Set(
  'bought ordered purchased shopped looked placed found registered got signed saw it name'.split(' '),
);
const separators = new Set(['dot', 'at', 'and', 'underscore', 'dash', 'hyphen', 'plus', 'then']);
/** A number this long is an order number that was said before. */
const orderNumberLength = 5;

/** The ways to write what stands before the "at", the likeliest first; none when it says nothing. */
export function localParts(tokens: readonly Token[]): string[] {
  const own = withoutNameNouns(withoutLead(tokens));
  if (own.some(({ text }) => sentenceWords.has(text))) return [];
  const correctionAt = own.findIndex((_, at) => at > 0 && correctionEnd(own, at) !== undefined);
  const readings =
    correctionAt === -1
      ? readingsOf(own)
      : correctedReadings(own.slice(0, correctionAt), own.slice(correctionEnd(own, correctionAt)));
  return readings.filter((reading) => /^[a-z0-9]+([._+-]+[a-z0-9]+)*$/.test(reading));
}

const readingsOf = (tokens: readonly Token[]) => addressReadings(addressElements(tokens));

/** "j o h m, no, n": a letter replaces the last; anything else is said anew. */
function correctedReadings(before: readonly Token[], after: readonly Token[]): string[] {
  const anew = localParts(after);
  const isLetter = (token: Token | undefined) => token !== undefined && /^([a-z]|\d)$/.test(token.text);
  const [first = ''] = readingsOf(before);
  const beginsAgain = anew[0] !== undefined && first !== '' && anew[0].startsWith(first.slice(0, 2));
  if (!isLetter(before.at(-1)) || !isLetter(after[0]) || beginsAgain) return anew;
  return anew.map((rest) => first.slice(0, -1) + rest);
}

function withoutLead(tokens: readonly Token[]): readonly Token[] {
  const isMarker = ({ text, isGlued }: Token, at: number) =>
    (markers.has(text) && !(namesToo.has(text) && at === tokens.length - 1) && tokens[at + 1]?.text !== 'score') ||
    (text === '.' && !isGlued) ||
    (text === '.' && (tokens[at - 1]?.text.length ?? 0) > 1 && tokens[at + 1]?.isGlued === false) ||
    (text === 'and' &&
      /^\d+$/.test(tokens[at - 1]?.text ?? '') &&
      (tokens[at - 1]?.text.length ?? 0) >= orderNumberLength);
  const marked = tokens.slice(Math.max(tokens.findLastIndex(isMarker) + 1, afterIntroduction(tokens)));
  const own = afterOrderNumber(marked.slice(-longestAddress));
  const start = own.findIndex((token, at) => !isPolite(own, token, at));
  return own.slice(start === -1 ? own.length : start);
}

/** "I'm jane smith, …", "my name is jane and …": what follows the name. */
function afterIntroduction(tokens: readonly Token[]): number {
  const introduced = tokens.findLastIndex(
    ({ text }, at) => text === "i'm" || standsAt(tokens, at, ['name', 'is']) || standsAt(tokens, at, ['this', 'is']),
  );
  const after = tokens.findIndex(({ text }, at) => at > introduced && [',', 'and', '.'].includes(text));
  return introduced === -1 || after === -1 ? 0 : after + 1;
}

/** "my first name jane dot my last name doe": the names; without them, the nouns stay and are no address. */
function withoutNameNouns(tokens: readonly Token[]): readonly Token[] {
  const isNoun = (at: number) =>
    ['my', 'first', 'last', 'name'].includes(tokens[at]?.text ?? '') &&
    [at - 2, at - 1, at].some((start) =>
      ['first', 'last'].some((which) => standsAt(tokens, start, ['my', which, 'name']) && isWord(tokens[start + 3])),
    );
  return tokens.filter((_, at) => !isNoun(at));
}

const isWord = (token: Token | undefined) =>
  /^[a-z]{2,}$/.test(token?.text ?? '') && !separators.has(token?.text ?? '');

/** "order one two three four five, customer at …": what follows the comma. */
function afterOrderNumber(tokens: readonly Token[]): readonly Token[] {
  let digits = 0;
  let start = 0;
  for (let at = 0; at < tokens.length;) {
    const number = readNumber(tokens, at);
    const isComma = tokens[at]?.text === ',';
    if (isComma && digits >= orderNumberLength && readNumber(tokens, at + 1) === undefined) start = at + 1;
    if (number) digits += number.digits.length;
    else if (!isComma) digits = 0;
    at = number?.next ?? at + 1;
  }
  return start < tokens.length ? tokens.slice(start) : tokens;
}

function isPolite(own: readonly Token[], { text }: Token, at: number): boolean {
  if (at === own.length - 1 && !/[^a-z]/.test(text)) return text === 'is' || text === 'um' || text === 'uh';
  if (!letterLike.has(text)) return politeness.has(text);
  return text === 'oh'
    ? own[at + 1]?.text === ','
    : ['think', 'believe', 'used', 'use'].includes(own[at + 1]?.text ?? '');
}
