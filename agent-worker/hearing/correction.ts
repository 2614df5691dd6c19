import { digitOf } from './spoken-numbers.ts';
import { standsAt, type Token } from './tokens-of.ts';

/** What people say when the last words were wrong. Longer ones first. */
const corrections = [
  'no wait no', 'no wait sorry', 'no i mean', 'no i meant', 'no make that', 'oh wait no', 'oh no wait', 'oh no sorry', 'wait no',
  'no wait', 'no sorry', 'oh no', 'oh sorry', 'sorry no', 'sorry i mean', 'sorry i meant', 'wait sorry', 'i mean', 'i meant',
  'scratch that', 'strike that', 'make that', 'make it', 'let me start over', 'start over', 'let me start again', 'start again',
  'let me try again', 'let me try that again', 'my mistake', 'my bad', 'correction', 'rather', 'actually', 'oops', 'whoops', 'sorry', 'no',
].map((phrase) => phrase.split(' ')); // prettier-ignore
/** What may come before that which replaces it: "no, the last one is five", "make that a nine". */
const leads = [
  'the last one is', 'the last one was', 'the last digit is', 'the last digit was', 'the last number is', 'the last two are',
  'the last two digits are', 'last one is', 'last digit is', 'the end is', 'it should be', 'that should be', 'should be', 'it ends in',
  'it ends with', 'ends in', 'that is', "that's", 'it is', "it's", 'that was', 'it was',
].map((phrase) => phrase.split(' ')); // prettier-ignore

/** The token after a correction that begins here, and after its lead; undefined when none does. Commas do not matter. */
export function correctionEnd(tokens: readonly Token[], at: number): number | undefined {
  const start = skipSign(tokens, at);
  const end = phraseEnd(tokens, start, corrections);
  if (end === undefined) return undefined;
  const lead = skipSign(tokens, end);
  const next = skipSign(tokens, phraseEnd(tokens, lead, leads) ?? lead);
  const isArticle = tokens[next]?.text === 'a' && digitOf(tokens[next + 1]?.text) !== undefined;
  return isArticle ? next + 1 : next;
}

const longestPhrase = 5;

function phraseEnd(tokens: readonly Token[], start: number, phrases: readonly string[][]): number | undefined {
  const positions = tokens
    .slice(start, start + 2 * longestPhrase)
    .flatMap((token, offset) => (token.text === ',' ? [] : [start + offset]));
  const text = positions.flatMap((position) => tokens[position] ?? []);
  const phrase = phrases.find((words) => standsAt(text, 0, words));
  return phrase && (positions[phrase.length - 1] ?? start) + 1;
}

function skipSign(tokens: readonly Token[], at: number): number {
  return [',', '-', '.'].includes(tokens[at]?.text ?? '') ? at + 1 : at;
}
