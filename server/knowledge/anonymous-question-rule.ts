import { numberGroups } from '@orderline/contract/number-groups.ts';

const longest = 160;
const fewestDigits = 4;
const parentheses = /[()]/g;
const email = /[^\s@]+@[^\s@]+|\S+ at \S+(?: \S+)? dot \S+/g;

/**
 * A question as it is kept for staff to read: in small letters, without punctuation, and without what could tell who asked
 * (e-mail addresses and numbers of four digits or more, written or spoken). Empty when nothing is left.
 */
export function anonymousQuestion(question: string): string {
  const lower = question.normalize('NFKC').toLowerCase().replaceAll(email, ' … ');
  return withoutLongNumbers(lower.replaceAll(parentheses, ' '))
    .replaceAll(/[^\p{L}\p{N}'’$%…]+/gu, ' ')
    .replaceAll(/(?:\s*…\s*)+/g, ' … ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/^…$/, '')
    .trim();
}

function withoutLongNumbers(text: string): string {
  let kept = '';
  let end = 0;
  for (const run of numberGroups(text)) {
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    if (run.map(({ digits }) => digits).join('').length < fewestDigits) continue;
    kept += `${text.slice(end, first.start)} … `;
    end = last.end;
  }
  return (kept + text.slice(end)).replaceAll(/[\p{L}\p{N}]*\d{4,}[\p{L}\p{N}]*/gu, ' … ');
}
