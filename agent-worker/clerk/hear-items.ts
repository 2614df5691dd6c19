import type { DraftLine } from './draft.ts';
import { plainly } from './plainly.ts';
import type { OrderItem } from './order-items.ts';

interface HeardItems {
  lines: DraftLine[];
  /** One of these was meant, and it cannot be told which. */
  among?: OrderItem[];
}

/** Other names of what shops sell. */
const otherNames: Record<string, string> = {
  tshirt: 'tee', shirt: 'tee', top: 'tee', jogger: 'jogger', trouser: 'pant', sweatpant: 'pant', sneaker: 'shoe', trainer: 'shoe',
  coat: 'jacket', jumper: 'sweater', pullover: 'sweater', cup: 'mug', earphone: 'headphone', headset: 'headphone', bag: 'tote',
}; // prettier-ignore
/** In names, and in what is said of any item. */
const saysNothing = new Set(
  'size set of the a an and one item items order for with in it is my i to want return exchange cancel small medium large'.split(
    ' ',
  ),
);
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const places = ['first', 'second', 'third', 'fourth', 'fifth'];
const placeWords = /\b(?:(?:first|second|third|fourth|fifth|last|bottom)(?: one| item)?|(?:number|item) \w+)\b/g;
const all = /\b(all|everything|every|entire|whole)\b(?! (of )?(the|my) \w+s?\b (?!order)|\bthe (?!order|items|things))/;
const exceptions = /\b(?:except|but not|apart from|other than|besides|without|not)\b(.*)$/;

/** Which items of an order are meant, and how many of each; by name, by place, "both", "all of it". */
export function hearItems(text: string, items: readonly OrderItem[]): HeardItems {
  const said = plainly(text).replace(/\bt-?\s?shirt/g, 'tshirt');
  const named = itemsNamed(said.replace(exceptions, ''), items);
  if (named.lines.length > 0 && !isAll(said, items)) return named;
  if (isAll(said, items)) {
    const excepted = new Set(itemsNamed(exceptions.exec(said)?.[1] ?? '', items).lines.map(({ line }) => line));
    return { lines: items.filter(({ line }) => !excepted.has(line)).map(whole) };
  }
  const placed = itemInPlace(said, items);
  if (placed !== undefined) return { lines: [counted(placed, undefined, said.replace(placeWords, ' '))] };
  const [only, another] = items;
  const count = numberIn(said);
  const isCount =
    count !== undefined &&
    /^(just |only |i want |i'd like )*(the )?(\d+|\w+)( of (it|them|those))?( please)?[.!]?$/.test(said);
  if (only !== undefined && another === undefined && isCount) return { lines: [{ line: only.line, quantity: count }] };
  return named;
}

const isAll = (said: string, items: readonly OrderItem[]) =>
  (all.test(said) && itemsNamed(said.replace(exceptions, ''), items).lines.length === 0) ||
  (/\b(both|all)\b/.test(said) &&
    itemsNamed(said, items).lines.length === 0 &&
    itemsNamed(said, items).among === undefined);

/** The items whose names are said; one of which less is said than of another is not meant. */
function itemsNamed(said: string, items: readonly OrderItem[]): HeardItems {
  const words = wordsIn(said);
  const matches = items
    .map((item) => ({ item, shared: [...new Set(wordsIn(item.name))].filter((word) => isSaid(word, words)) }))
    .filter(({ shared }) => shared.length > 0);
  const best = matches.filter(
    ({ shared }) =>
      !matches.some(
        (other) => other.shared.length > shared.length && shared.every((word) => other.shared.includes(word)),
      ),
  );
  const alike = best.filter(({ shared }) =>
    best.some((other) => other.shared !== shared && sameWords(other.shared, shared)),
  );
  const isSingular =
    alike.length > 1 && !/\b(both|all|two|three)\b/.test(said) && !isPlural(said, alike[0]?.shared ?? []);
  if (isSingular) {
    const rest = best.filter((match) => !alike.includes(match));
    return { lines: rest.map(({ item, shared }) => counted(item, shared, said)), among: alike.map(({ item }) => item) };
  }
  return { lines: best.map(({ item, shared }) => (alike.length > 1 ? whole(item) : counted(item, shared, said))) };
}

const sameWords = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((word) => other.includes(word));

/** "two", "a", "both", or all of them where more than one is named; undefined when it is still to be asked. */
function counted({ line, name, available }: OrderItem, shared: readonly string[] | undefined, said: string): DraftLine {
  if (available <= 1) return { line, quantity: 1 };
  const noun = shared?.at(-1) ?? '';
  const before = noun === '' ? said : (new RegExp(`^(.*)\\b${noun}`).exec(said)?.[1] ?? said);
  const near = before.split(/\band\b|,/).at(-1) ?? before;
  const count = numberIn(near.replace(/\bsets? of\b/g, (set) => (set.startsWith('sets') ? set : 'set')));
  if (count !== undefined) return { line, quantity: count };
  if (/\b(both|all)\b/.test(near)) return { line, quantity: available };
  if (/\b(a|an|a single)( \w+){0,3} ?$/.test(near.trim()) && !isPluralName(name)) return { line, quantity: 1 };
  if (/\ban?\b[^,]*\bsets?\b/.test(said)) return { line, quantity: 1 };
  return isPlural(said, shared ?? []) ? { line, quantity: available } : { line };
}

const whole = ({ line, available }: OrderItem): DraftLine => ({ line, quantity: Math.max(1, available) });

function itemInPlace(said: string, items: readonly OrderItem[]): OrderItem | undefined {
  if (/\b(last|bottom) (one|item)\b/.test(said)) return items.at(-1);
  const at = places.findIndex((place) => new RegExp(`\\b${place}( one| item)?\\b`).test(said));
  if (at !== -1) return items[at];
  const [, number] = /\b(?:number|item) (\w+)\b/.exec(said) ?? [];
  const place = number === undefined ? undefined : numberIn(number);
  return place === undefined ? undefined : items[place - 1];
}

function numberIn(said: string): number | undefined {
  const word = said.split(/[^a-z0-9]+/).find((part) => /^\d{1,2}$/.test(part) || numbers.indexOf(part) > 0);
  if (word === undefined) return undefined;
  return /^\d+$/.test(word) ? Number(word) : numbers.indexOf(word);
}

const singular = (word: string) =>
  /[^s]s$/.test(word) && word.length > 3 ? word.replace(/(?<=sse|she|xe)s$|s$/, '') : word;
const wordsIn = (text: string) =>
  plainly(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !saysNothing.has(word))
    .map(singular);
const isSaid = (word: string, said: readonly string[]) =>
  said.some((one) => one === word || (otherNames[one] === word && !said.includes(word)));
/** The thing is called so even where it is one: "Jogger Pants". */
const isPluralName = (name: string) => wordsIn(name).length > 0 && /s\b/.test(name.split(/[-,]/)[0] ?? '');
const isPlural = (said: string, shared: readonly string[]) =>
  shared.some(
    (word) => new RegExp(`\\b${word}(e?s)\\b`).test(said) || (word === 'tee' && /\b(tshirts|shirts)\b/.test(said)),
  );
