import type { WrittenWord } from './written-words.ts';

interface Postcode {
  zip?: string;
  country?: string;
  rest: WrittenWord[];
}

const canadian = /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/;
const british = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const longest = 8;

/** The ZIP or postal code among the words of an address, as it is written, and the words without it. */
export function readPostcode(words: readonly WrittenWord[]): Postcode {
  return readSpelled(words) ?? readZip(words) ?? { rest: [...words] };
}

/** "M5H 1A1", "m five h one a one", "N1 0PN": letters and digits in turn. */
function readSpelled(words: readonly WrittenWord[]): Postcode | undefined {
  for (let from = 0; from < words.length; from += 1) {
    for (let count = longest; count >= 2; count -= 1) {
      const part = words.slice(from, from + count);
      if (part.length < count || !part.every(isShort)) continue;
      const code = part.map(({ text }) => text.toUpperCase()).join('');
      const [, area, unit] = canadian.exec(code) ?? british.exec(code) ?? [];
      if (area === undefined || unit === undefined) continue;
      return {
        zip: `${area} ${unit}`,
        country: canadian.test(code) ? 'CA' : 'GB',
        rest: without(words, { from, count }),
      };
    }
  }
  return undefined;
}

const isShort = ({ text }: WrittenWord) => /^(\d{1,2}|[A-Za-z]{1,2})$/.test(text);

/** The last five digits; not a house number, which a street follows. */
function readZip(words: readonly WrittenWord[]): Postcode | undefined {
  const at = words.findLastIndex(({ text }, index) => /^\d{5}$/.test(text) && !isHouse(words, index));
  if (at === -1) return undefined;
  const isExtended = words[at + 1]?.text === '-' && /^\d{4}$/.test(words[at + 2]?.text ?? '');
  return {
    zip: isExtended ? `${words[at]?.text ?? ''}-${words[at + 2]?.text ?? ''}` : (words[at]?.text ?? ''),
    country: 'US',
    rest: without(words, { from: at, count: isExtended ? 3 : 1 }),
  };
}

const isHouse = (words: readonly WrittenWord[], at: number) =>
  at === 0 && /^[A-Za-z]/.test(words[1]?.text ?? '') && words.length > 3;

/** The code taken out, with the words that led to it: "the zip code is". */
function without(words: readonly WrittenWord[], { from, count }: { from: number; count: number }): WrittenWord[] {
  const before = [...words.slice(0, from)];
  if (before.slice(-5).some(({ text }) => /^(zip|postal|post|code|postcode|zipcode)$/i.test(text)))
    while (/^(the|and|with|zip|zipcode|postal|post|code|postcode|is|it's|,)$/i.test(before.at(-1)?.text ?? ' '))
      before.pop();
  return [...before, ...words.slice(from + count)];
}
