import type { ExchangeOptions } from '@orderline/contract/exchange.ts';
import { plainly } from './plainly.ts';

type Variant = Record<string, string>;

const sizeNames: readonly (readonly [string, RegExp])[] = [
  ['xxl', /\b(xx-?l|double (extra large|x l)|extra extra large|2 ?xl)\b/],
  ['xl', /\b(x-?l|extra[- ]large|x large)\b/],
  ['xs', /\b(x-?s|extra[- ]small|x small)\b/],
  ['l', /\b(?<!extra[- ])(?<!x )large\b|\b(size |an? )l\b|^l[.!]?$/],
  ['m', /\bmedium\b|\b(size |an? )m\b|^m[.!]?$/],
  ['s', /\b(?<!extra[- ])(?<!x )small\b|\b(size |an? )s\b|^s[.!]?$/],
];
const bySize = ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl'];
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ');
const up = /\b(bigger|larger|size up|next size up|roomier|go up)\b/;
const down = /\b(smaller|size down|next size down|tighter|go down)\b/;

/**
 * Which size or colour of an item is wanted, of those that the store has: only the axes that change. "A bigger one" is the
 * next that is in stock. Undefined when none is named.
 */
export function hearVariant(text: string, { options, axes, variant }: ExchangeOptions): Variant | undefined {
  const said = withDigits(plainly(text));
  const wanted: Variant = {};
  for (const axis of axes) {
    const values = [...new Set([...options.map((option) => option.variant[axis]), variant[axis]])].filter(
      (value) => value !== undefined,
    );
    const named = namedValue(said, values, variant[axis]) ?? neighbour(said, { options, axis, current: variant[axis] });
    if (named !== undefined) wanted[axis] = named;
  }
  const changed = Object.entries(wanted).filter(([axis, value]) => value !== variant[axis]);
  if (changed.length > 0) return Object.fromEntries(changed);
  // The very one they have, for the store's rules to answer.
  return Object.keys(wanted).length > 0 ? wanted : undefined;
}

/** Of several that are named, one that differs: "I have a medium and need a large". */
function namedValue(said: string, values: readonly string[], current: string | undefined): string | undefined {
  const named = values.filter((value) => isNamed(said, value.toLowerCase()));
  return named.find((value) => value !== current) ?? named[0];
}

function isNamed(said: string, value: string): boolean {
  const size = sizeNames.find(([name]) => name === value);
  if (size !== undefined) return size[1].test(said);
  const isNumber = /^\d+(\.5)?$/.test(value);
  return new RegExp(`\\b${value.replace(/[^a-z0-9 ]/g, '.')}\\b${isNumber ? '(?! (of|x)\\b)' : ''}`).test(said);
}

/** "bigger", "one size down": the next that can be had. */
function neighbour(
  said: string,
  { options, axis, current }: { options: ExchangeOptions['options']; axis: string; current: string | undefined },
): string | undefined {
  const direction = up.test(said) ? 1 : down.test(said) ? -1 : 0;
  const from = current === undefined ? undefined : rankOf(current);
  if (direction === 0 || axis !== 'size' || from === undefined) return undefined;
  const ranked = options
    .filter((option) => option.is_in_stock)
    .flatMap(({ variant }) => {
      const value = variant[axis];
      const rank = value === undefined ? undefined : rankOf(value);
      return value === undefined || rank === undefined ? [] : [{ value, away: (rank - from) * direction }];
    })
    .filter(({ away }) => away > 0)
    .sort((one, other) => one.away - other.away);
  return ranked[0]?.value;
}

function rankOf(size: string): number | undefined {
  if (/^\d+(\.5)?$/.test(size)) return Number(size);
  const rank = bySize.indexOf(size.toLowerCase());
  return rank === -1 ? undefined : rank;
}

const withDigits = (said: string) =>
  said.replace(/\b[a-z]+\b/g, (word) => (numbers.indexOf(word) > 1 ? String(numbers.indexOf(word)) : word));
