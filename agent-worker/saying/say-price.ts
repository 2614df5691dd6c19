import { numberWords } from './number-words.ts';

/** From here on the short form ("one thousand one hundred twenty-six four") is hard to follow. */
const shortBelowDollars = 1_000;
/** More than a shop sells for. */
const most = 1_000_000_000;

interface Currency {
  one: string;
  many: string;
  cent: string;
  cents: string;
}
const dollars: Currency = { one: 'dollar', many: 'dollars', cent: 'cent', cents: 'cents' };
const others: readonly (readonly [RegExp, Currency])[] = [
  [/€|EUR/, { one: 'euro', many: 'euros', cent: 'cent', cents: 'cents' }],
  [/£|GBP/, { one: 'pound', many: 'pounds', cent: 'penny', cents: 'pence' }],
];

/**
 * "$29.99" → "twenty-nine ninety-nine", "$0.99" → "ninety-nine cents", "$1,126.04" → in full; dollars, with or without their
 * sign, unless another is written. What is no amount stays as it is.
 */
export function sayPrice(written: string): string {
  const [, whole = '', fraction = ''] = /^[^\d.]*(\d[\d,]*|(?=\.\d))(?:\.(\d{1,2})\d*)?[^\d.]*$/.exec(written) ?? [];
  const units = Number(whole.replaceAll(',', ''));
  if ((whole === '' && fraction === '') || units > most) return written;
  const currency = others.find(([sign]) => sign.test(written))?.[1] ?? dollars;
  const isNegative = /^\s*[-−]/.test(written);
  return `${isNegative ? 'minus ' : ''}${sayAmount(units, Number(fraction.padEnd(2, '0')), currency)}`;
}

function sayAmount(units: number, cents: number, currency: Currency): string {
  const ofUnits = `${numberWords(units)} ${units === 1 ? currency.one : currency.many}`;
  const ofCents = `${numberWords(cents)} ${cents === 1 ? currency.cent : currency.cents}`;
  if (cents === 0) return ofUnits;
  if (units === 0) return ofCents;
  // "one hundred fifty" and "twenty five" would be other prices.
  const isClear = currency === dollars && units < shortBelowDollars && units % 100 !== 0 && cents >= 10;
  return isClear ? `${numberWords(units)} ${numberWords(cents)}` : `${ofUnits} and ${ofCents}`;
}
