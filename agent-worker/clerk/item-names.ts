import type { DraftLine } from './draft.ts';
import type { OrderItem } from './order-items.ts';

/** Longer lists are not listened to. */
const mostNamed = 6;

/** "Classic Tee" of "Classic Tee - Navy, Size M", where no other item of the order is called so. */
export function shortName({ name, line }: OrderItem, items: readonly OrderItem[]): string {
  const short = briefly(name);
  return items.some((other) => other.line !== line && briefly(other.name) === short) ? name : short;
}

const briefly = (name: string) => name.split(/ [-–—] /)[0] ?? name;

/** "the Rain Jacket and 2 x Classic Tee" */
export function namedLines(lines: readonly DraftLine[], items: readonly OrderItem[]): string {
  const named = lines.flatMap(({ line, quantity = 1 }) => {
    const item = items.find((of) => of.line === line);
    if (item === undefined) return [];
    const name = shortName(item, items);
    return quantity === 1 ? [`the ${name}`] : [`${String(quantity)} x ${name}`];
  });
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format(named);
}

/** "the Rain Jacket or the Classic Tee" */
export function choiceOf(among: readonly OrderItem[], items: readonly OrderItem[]): string {
  const named = among.slice(0, mostNamed).map((item) => `the ${shortName(item, items)}`);
  const more = among.length > mostNamed ? ['something else'] : [];
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format([...named, ...more]);
}
