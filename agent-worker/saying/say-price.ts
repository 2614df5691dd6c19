import { numberWords } from './number-words.ts';

/** From here on the short form ("one thousand one hundred twenty-six four") is hard to follow. */
const shortBelowDollars = 1_000;

/** "$29.99" → "twenty-nine ninety-nine", "$0.99" → "ninety-nine cents", "$1,126.04" → in full; dollars, with or without their sign. */
export function sayPrice(written: string): string {
  const isNegative = /^\s*[-−]/.test(written);
  const [whole = '0', fraction = ''] = written.replace(/[^\d.]/g, '').split('.');
  const dollars = Number(whole);
  const cents = Number(fraction.padEnd(2, '0').slice(0, 2));
  return `${isNegative ? 'minus ' : ''}${sayAmount(dollars, cents)}`;
}

function sayAmount(dollars: number, cents: number): string {
  const ofDollars = `${numberWords(dollars)} ${dollars === 1 ? 'dollar' : 'dollars'}`;
  const ofCents = `${numberWords(cents)} ${cents === 1 ? 'cent' : 'cents'}`;
  if (cents === 0) return ofDollars;
  if (dollars === 0) return ofCents;
  // "one hundred fifty" and "twenty five" would be other prices.
  const isClear =
    dollars < shortBelowDollars && dollars % 100 !== 0 && cents >= 10 && !(dollars % 10 === 0 && cents < 10);
  return isClear ? `${numberWords(dollars)} ${numberWords(cents)}` : `${ofDollars} and ${ofCents}`;
}
