import { standsAt, type Token } from './tokens-of.ts';

/** What people say when the last words were wrong. Longer ones first. */
const corrections = [
  'no wait no', 'no wait sorry', 'no i mean', 'no i meant', 'no make that', 'oh wait no', 'wait no', 'no wait', 'no sorry',
  'sorry no', 'sorry i mean', 'sorry i meant', 'wait sorry', 'i mean', 'i meant', 'scratch that', 'strike that', 'make that',
  'let me start over', 'start over', 'let me start again', 'start again', 'my mistake', 'my bad', 'correction', 'rather',
  'actually', 'oops', 'sorry', 'no',
].map((phrase) => phrase.split(' ')); // prettier-ignore

/** The token after a correction that begins here; undefined when none does. Commas within it do not matter. */
export function correctionEnd(tokens: readonly Token[], at: number): number | undefined {
  const start = skipComma(tokens, at);
  const [text, positions] = withoutCommas(tokens, start);
  const phrase = corrections.find((words) => standsAt(text, 0, words));
  return phrase === undefined ? undefined : skipComma(tokens, (positions[phrase.length - 1] ?? start) + 1);
}

const longestCorrection = 4;

function withoutCommas(tokens: readonly Token[], start: number): [Token[], number[]] {
  const positions = tokens
    .slice(start, start + 2 * longestCorrection)
    .flatMap((token, offset) => (token.text === ',' ? [] : [start + offset]));
  return [positions.flatMap((position) => tokens[position] ?? []), positions];
}

function skipComma(tokens: readonly Token[], at: number): number {
  return [',', '-', '.'].includes(tokens[at]?.text ?? '') ? at + 1 : at;
}
