import type { StoreOrder } from '@orderline/contract/store-api.ts';
import type { Effect, EffectOf, StoreChange, Units } from '@orderline/contract/store-change.ts';

export interface StoreVariant {
  sku: string;
  name: string;
  options: Record<string, string>;
  price: number;
  available: number;
}

interface Line {
  readonly ordered: number;
  cancelled: number;
  returnRequested: number;
  returned: number;
  refunded: number;
  claimed: number;
}

/** What a store has done with an order, to the unit and the cent. */
export interface OrderBook {
  readonly lines: Map<number, Line>;
  refundedCents: number;
  /** By SKU. */
  readonly reserved: Map<string, number>;
  readonly sent: { sku: string; quantity: number }[];
  address: string;
}

/** The store's answer to a change that its books do not allow: nothing is written. */
export class NotInTheBooksError extends Error {
  override readonly name = 'NotInTheBooksError';
  readonly code: 'out_of_stock' | 'refused';

  constructor(code: 'out_of_stock' | 'refused') {
    super(code);
    this.code = code;
  }
}

const untouched = { cancelled: 0, returnRequested: 0, returned: 0, refunded: 0, claimed: 0 };

export const openBook = ({ items, shipping_address }: StoreOrder): OrderBook => ({
  lines: new Map(items.map(({ qty, line }, index) => [line ?? index + 1, { ordered: qty, ...untouched }])),
  refundedCents: 0,
  reserved: new Map(),
  sent: [],
  address: shipping_address,
});

export const isAllCancelled = ({ lines }: OrderBook): boolean =>
  [...lines.values()].every((line) => line.cancelled === line.ordered);

interface Books {
  readonly order: StoreOrder;
  readonly book: OrderBook;
  readonly variants: StoreVariant[];
}

/** Writes all effects of a change into copies of the books, which it returns; throws {@link NotInTheBooksError}. */
export function writeChange({ effects }: StoreChange, { order, book, variants }: Books): Books {
  const after = { order, book: structuredClone(book), variants: structuredClone(variants) };
  for (const effect of effects) writeEffect(effect, after);
  return after;
}

function writeEffect(effect: Effect, books: Books): void {
  const { order, book } = books;
  const hasCome = order.status === 'delivered';
  const hasLeft = hasCome || ['shipped', 'out_for_delivery', 'returned_to_sender'].includes(order.status);
  const delivered = ({ ordered }: Line) => (hasCome ? ordered : 0);
  switch (effect.effect) {
    case 'cancel_units':
      count(book, effect, { as: 'cancelled', left: (line) => (hasLeft ? 0 : line.ordered - line.cancelled) });
      break;
    case 'change_address': {
      const { street, city, state = '', zip } = effect.address;
      book.address = `${street}, ${city}, ${state} ${zip}`;
      break;
    }
    case 'request_return': {
      const left = (line: Line) => delivered(line) - line.returned - line.returnRequested;
      count(book, effect, { as: 'returnRequested', left });
      break;
    }
    case 'withdraw_return':
      count(book, minus(effect), { as: 'returnRequested' });
      break;
    case 'receive_return':
      count(book, minus(effect), { as: 'returnRequested' });
      count(book, effect, { as: 'returned', left: (line) => delivered(line) - line.returned });
      break;
    case 'claim_units':
      count(book, effect, { as: 'claimed', left: (line) => (hasLeft ? line.ordered - line.claimed : 0) });
      break;
    case 'refund':
      refund(books, effect);
      break;
    case 'reserve_stock':
      take(books, effect);
      reserve(book, effect);
      break;
    case 'release_stock':
      reserve(book, minus(effect));
      take(books, minus(effect));
      break;
    case 'send_units':
      if (effect.is_reserved) reserve(book, minus(effect));
      else if (effect.came_back !== true) take(books, effect);
      book.sent.push({ sku: effect.sku, quantity: effect.quantity });
  }
}

type Counter = keyof typeof untouched;

function count(
  { lines }: OrderBook,
  { line: number, quantity }: Units,
  { as, left = () => Infinity }: { as: Counter; left?: (line: Line) => number },
): void {
  const line = lines.get(number);
  if (line === undefined || quantity > left(line) || line[as] + quantity < 0) throw new NotInTheBooksError('refused');
  line[as] += quantity;
}

/** Never more than was paid, no unit twice, and its parts are all of it. */
function refund({ order, book }: Books, { amount_cents, parts, lines }: EffectOf<'refund'>): void {
  book.refundedCents += amount_cents;
  const inParts = parts.reduce((sum, part) => sum + part.amount_cents, 0);
  if (inParts !== amount_cents || book.refundedCents > Math.round(order.total * 100)) {
    throw new NotInTheBooksError('refused');
  }
  for (const units of lines) count(book, units, { as: 'refunded', left: (line) => line.ordered - line.refunded });
}

interface Stock {
  readonly sku: string;
  readonly quantity: number;
}

function take({ variants }: Books, { sku, quantity }: Stock): void {
  const variant = variants.find((of) => of.sku === sku);
  if (variant === undefined || variant.available < quantity) throw new NotInTheBooksError('out_of_stock');
  variant.available -= quantity;
}

function reserve({ reserved }: OrderBook, { sku, quantity }: Stock): void {
  const after = (reserved.get(sku) ?? 0) + quantity;
  if (after < 0) throw new NotInTheBooksError('refused');
  reserved.set(sku, after);
}

const minus = <Of extends { readonly quantity: number }>(of: Of): Of => ({ ...of, quantity: -of.quantity });
