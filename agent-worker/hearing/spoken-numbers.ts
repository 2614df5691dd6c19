import { standsAt, type Token } from './tokens-of.ts';

const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** How radio and recognisers write some of them. */
const variants: Record<string, string> = {
  niner: 'nine',
  fourty: 'forty',
  nought: 'zero',
  naught: 'zero',
  nil: 'zero',
  tree: 'three',
  fife: 'five',
};
/** Words that sound like a digit, and are one between two others. */
const homophones: Record<string, string> = { to: '2', too: '2', for: '4', fore: '4', ate: '8', won: '1' };
const largest = 999;

/** Digits that were said together, and the token after them. */
export interface SpokenNumber {
  digits: string;
  next: number;
}

/** One digit said by its name; "oh" is a letter as well, and left to whoever knows what is expected. */
export function digitOf(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  if (/^\d$/.test(word)) return word;
  const digit = units.indexOf(variants[word] ?? word);
  return digit === -1 ? undefined : String(digit);
}

export function homophoneDigitOf(word: string | undefined): string | undefined {
  return word === undefined ? undefined : homophones[word];
}

/** "four fives", "a couple of zeros": a digit so many times. */
export function readPlural(tokens: readonly Token[], at: number): SpokenNumber | undefined {
  const isPair = standsAt(tokens, at, ['a', 'couple', 'of']) || standsAt(tokens, at, ['a', 'pair', 'of']);
  const times = isPair ? 2 : Number(digitOf(tokens[at]?.text) ?? 0);
  const next = isPair ? at + 3 : at + 1;
  const plural = /^(?:(zero)e?|(six)e|([a-z]+))s$/.exec(tokens[next]?.text ?? '');
  const digit = digitOf(plural?.[1] ?? plural?.[2] ?? plural?.[3]);
  return digit === undefined || times < 2 ? undefined : { digits: digit.repeat(times), next: next + 1 };
}

/**
 * The number that begins at a token: a digit, digits as written, "twelve", "ninety-nine", "twelve thousand three hundred
 * forty-five", "twelve hundred". What is said in groups ("twelve, three, forty-five") is one call for each group.
 */
export function readNumber(tokens: readonly Token[], at: number): SpokenNumber | undefined {
  return readCardinal(tokens, at) ?? readPart(tokens, at);
}

interface Part extends SpokenNumber {
  isWritten: boolean;
}

/** Below a hundred in words, or any run of written digits. */
function readPart(tokens: readonly Token[], at: number): Part | undefined {
  const word = tokens[at]?.text;
  if (word === undefined) return undefined;
  if (/^\d+$/.test(word)) return { digits: word, next: at + 1, isWritten: true };
  const digit = digitOf(word);
  if (digit !== undefined) return { digits: digit, next: at + 1, isWritten: false };
  const teen = teens.indexOf(word);
  if (teen !== -1) return { digits: String(10 + teen), next: at + 1, isWritten: false };
  const ten = tens.indexOf(variants[word] ?? word);
  if (ten === -1) return undefined;
  const isHyphenated = tokens[at + 1]?.text === '-' && tokens[at + 1]?.isGlued === true;
  const afterHyphen = isHyphenated ? at + 2 : at + 1;
  const unit = tokens[afterHyphen]?.text ?? '';
  const isUnit = !/\d/.test(unit) && digitOf(unit) !== undefined && digitOf(unit) !== '0';
  return {
    digits: `${2 + ten}${isUnit ? digitOf(unit) : '0'}`,
    next: isUnit ? afterHyphen + 1 : at + 1,
    isWritten: false,
  };
}

/** A number with "hundred", "thousand" or "million" in it; undefined when none of them is said. */
function readCardinal(tokens: readonly Token[], at: number): SpokenNumber | undefined {
  let total = 0;
  let next = at;
  let isCardinal = false;
  for (const scale of ['million', 'thousand'] as const) {
    const group = readBelowThousand(tokens, skipJoint(tokens, next, isCardinal));
    if (group === undefined || tokens[group.next]?.text !== scale) continue;
    total += Number(group.digits) * (scale === 'million' ? 1_000_000 : 1_000);
    next = group.next + 1;
    isCardinal = true;
  }
  const rest = readBelowThousand(tokens, skipJoint(tokens, next, isCardinal), isCardinal);
  if (rest !== undefined && (isCardinal || rest.isCardinal))
    return { digits: String(total + Number(rest.digits)), next: rest.next };
  return isCardinal ? { digits: String(total), next } : undefined;
}

interface Group extends SpokenNumber {
  isCardinal: boolean;
}

function readBelowThousand(tokens: readonly Token[], at: number, isRest = false): Group | undefined {
  const head = readPart(tokens, at) ?? readArticle(tokens, at);
  if (head === undefined || Number(head.digits) > largest) return undefined;
  if (tokens[head.next]?.text === 'hundred') {
    const tail = readPart(tokens, skipJoint(tokens, head.next + 1, true));
    const isTail = tail !== undefined && !tail.isWritten && tail.digits !== '0' && !isScaled(tokens, tail.next);
    const value = Number(head.digits) * 100 + (isTail ? Number(tail.digits) : 0);
    return { digits: String(value), next: isTail ? tail.next : head.next + 1, isCardinal: true };
  }
  // "twelve thousand three forty-five"
  const tail = isRest && head.digits.length === 1 ? readPart(tokens, head.next) : undefined;
  const isShort = tail !== undefined && !tail.isWritten && tail.digits.length === 2;
  return isShort
    ? { digits: head.digits + tail.digits, next: tail.next, isCardinal: false }
    : { digits: head.digits, next: head.next, isCardinal: false };
}

/** "a hundred", "a thousand" */
function readArticle(tokens: readonly Token[], at: number): Part | undefined {
  const isOne = tokens[at]?.text === 'a' && ['hundred', 'thousand'].includes(tokens[at + 1]?.text ?? '');
  return isOne ? { digits: '1', next: at + 1, isWritten: false } : undefined;
}

function isScaled(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'hundred';
}

/** "three hundred and forty-five", "twelve thousand, three hundred" */
function skipJoint(tokens: readonly Token[], at: number, isCardinal: boolean): number {
  const isJoint = isCardinal && ['and', ','].includes(tokens[at]?.text ?? '') && readPart(tokens, at + 1) !== undefined;
  return isJoint ? at + 1 : at;
}
