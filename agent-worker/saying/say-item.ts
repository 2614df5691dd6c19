import { decimalWords, numberWords } from './number-words.ts';

const sizes: Record<string, string> = {
  XXS: 'double extra small', XS: 'extra small', S: 'small', M: 'medium', L: 'large', XL: 'extra large',
  XXL: 'double extra large', '2XL': 'double extra large', XXXL: 'triple extra large', '3XL': 'triple extra large',
  '4XL': 'four extra large',
}; // prettier-ignore

/** "2 x Classic Tee - Navy, Size M" → "two Classic Tees, navy, size medium". Without a quantity, one. */
export function sayItem(written: string): string {
  const [, count, rest = ''] = /^(?:(\d{1,6})\s*[x×]\s+)?(.*)$/is.exec(written.trim()) ?? [];
  const [name = '', ...attributes] = rest.split(/\s+[-–—]\s+|,\s*/);
  const quantity = count === undefined ? undefined : Number(count);
  const item = quantity === undefined || quantity === 1 ? name : plural(name);
  return [quantity === undefined ? item : `${numberWords(quantity)} ${item}`, ...attributes.map(sayAttribute)].join(
    ', ',
  );
}

/** "M" → "medium", "10.5" → "ten point five"; undefined for what is no size. */
export function saySize(written: string): string | undefined {
  if (/^\d+(\.\d+)?$/.test(written)) return decimalWords(written);
  return sizes[written.toUpperCase()];
}

const irregular: Record<string, string> = {
  mouse: 'Mice',
  child: 'Children',
  man: 'Men',
  woman: 'Women',
  foot: 'Feet',
};

/** "Classic Tee" → "Classic Tees", "Set of 4 Mugs" → "Sets of 4 Mugs"; what ends in s is one already ("Jogger Pants"). */
export function plural(name: string): string {
  const [, head = '', rest = ''] = /^(.*?)(\s(?:of|for|with|in|by)\s.*)?$/s.exec(name) ?? [];
  return pluralOf(head) + rest;
}

function pluralOf(name: string): string {
  const last = /[A-Za-z]+$/.exec(name)?.[0] ?? '';
  const own = irregular[last.toLowerCase()];
  if (own !== undefined) return name.slice(0, -last.length) + own;
  if (/(?:ss|x|ch|sh)$/i.test(name)) return `${name}es`;
  if (/s$/i.test(name)) return name;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  if (/(?:kni|li)fe$/i.test(name)) return `${name.slice(0, -2)}ves`;
  if (/(?:shel|scar|lea|loa|hal)f$/i.test(name)) return `${name.slice(0, -1)}ves`;
  return `${name}s`;
}

function sayAttribute(written: string): string {
  const size = /^size\s+(\S+)$/i.exec(written)?.[1];
  if (size !== undefined) return `size ${saySize(size) ?? size}`;
  return written.replaceAll('/', ' and ').replace(/\b[A-Z](?=[a-z]+\b)/g, (letter) => letter.toLowerCase());
}
