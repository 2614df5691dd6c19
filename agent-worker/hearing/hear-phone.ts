import { characterRuns } from './character-runs.ts';
import { type Heard, heardOf } from './heard.ts';
import { tokensOf } from './tokens-of.ts';

const fewestDigits = 10;
const mostDigits = 13;

/** Hears a phone number, spoken or typed, as digits: ten of them, or with a country code. */
export function hearPhone(text: string): Heard {
  const numbers = characterRuns(tokensOf(text.replace(/[()+]/g, ' ').replace(/(?<=\d)\.(?=\d)/g, '-')), new Set())
    .map((run) =>
      run.parts.map((part) =>
        part
          .map(({ characters }) => characters)
          .join('')
          .replaceAll('O', '0'),
      ),
    )
    .flatMap((parts) => parts.slice(-1))
    .map((digits) => digits.replace(/^1(?=\d{10}$)/, ''))
    .filter((digits) => /^\d+$/.test(digits));
  const phones = numbers.filter(({ length }) => length >= fewestDigits && length <= mostDigits);
  return heardOf(phones, numbers.some(({ length }) => length >= 7) ? 'incomplete' : 'none');
}
