import { digitOf, readNumber } from './spoken-numbers.ts';
import { type Token, tokensOf } from './tokens-of.ts';

/** A word as it would be written in an address: numbers in digits. */
export interface WrittenWord {
  text: string;
  /** Nothing stands between this word and the one before it. */
  isGlued: boolean;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const endings = ['st', 'nd', 'rd', 'th', 'th', 'th', 'th', 'th', 'th'];

/** "five hundred oak avenue" → 500 Oak Avenue; "seven eight seven oh two" → 78702; "forty second street" → 42nd Street */
export function writtenWords(text: string): WrittenWord[] {
  const tokens = tokensOf(text);
  const words: WrittenWord[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const number = readDigits(tokens, at);
    words.push({ text: number?.digits ?? capitalised(token), isGlued: token.isGlued });
    at = number?.next ?? at + 1;
  }
  return words;
}

/** Numbers that follow each other are one: nobody says two of them in a row without a word between. */
function readDigits(tokens: readonly Token[], from: number): { digits: string; next: number } | undefined {
  let digits = '';
  let at = from;
  for (;;) {
    const isZero = digits !== '' && ['oh', 'o'].includes(tokens[at]?.text ?? '') && endsInDigit(tokens, at + 1);
    const number = isZero ? { digits: '0', next: at + 1 } : readNumber(tokens, at);
    if (number === undefined || (digits !== '' && isWritten(tokens[at]))) break;
    const ordinal = ordinals.indexOf(tokens[number.next]?.text ?? '');
    if (/^[2-9]0$/.test(number.digits) && ordinal !== -1) {
      if (digits !== '') break;
      const tens = number.digits.charAt(0);
      return { digits: `${tens}${ordinal + 1}${endings[ordinal] ?? 'th'}`, next: number.next + 1 };
    }
    digits += number.digits;
    at = number.next;
    if (isWritten(tokens[at - 1])) break;
  }
  return digits === '' ? undefined : { digits, next: at };
}

const isWritten = (token: Token | undefined) => token !== undefined && /^\d+$/.test(token.text);
const endsInDigit = (tokens: readonly Token[], at: number) =>
  digitOf(tokens[at]?.text) !== undefined || tokens[at]?.text === 'oh' || readNumber(tokens, at) !== undefined;

function capitalised({ written, isGlued }: Token): string {
  return isGlued || /[A-Z]/.test(written) ? written : written.charAt(0).toUpperCase() + written.slice(1);
}
