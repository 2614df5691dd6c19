import { decimalWords, numberWords } from './number-words.ts';

const sizes: Record<string, string> = {
  XXS: 'double extra small', XS: 'extra small', S: 'small', M: 'medium', L: 'large', XL: 'extra large',
  XXL: 'double extra large', '2XL': 'double extra large', XXXL: 'triple extra large', '3XL': 'triple extra large',
  '4XL': 'four extra large',
}; // prettier-ignore

/** "2 x Classic Tee - Navy, Size M" → "two Classic Tees, navy, size medium". Without a quantity, one. */
export function sayItem(written: string): string {
  const [, count, rest = ''] = /^(?:(\d+)\s*[x×]\s+)?(.*)$/i.exec(written.trim()) ?? [];
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

/** "Classic Tee" → "Classic Tees"; what ends in s is one already ("Jogger Pants"). */
export function plural(name: string): string {
  if (/(?:ss|x|ch|sh)$/i.test(name)) return `${name}es`;
  if (/s$/i.test(name)) return name;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
}

function sayAttribute(written: string): string {
  const size = /^size\s+(\S+)$/i.exec(written)?.[1];
  if (size !== undefined) return `size ${saySize(size) ?? size}`;
  return written.replace(/\b[A-Z](?=[a-z]+\b)/g, (letter) => letter.toLowerCase());
}
