import { dayIn } from '../../../server/policy/store-calendar.ts';
import { writtenPrice } from '../../../server/orders/written-price.ts';

/** A record of the database, of any depth; instants come as dates, or as text below its top. */
type Row = Readonly<Record<string, unknown>>;

/** What may be said of one order, as the agent writes it. */
export interface OrderFacts {
  readonly number: string;
  /** "Sunday, March 8", and without the day of the week. */
  readonly dates: ReadonlySet<string>;
  /** "$109.97" */
  readonly prices: ReadonlySet<string>;
  readonly carriers: ReadonlySet<string>;
  /** Tracking numbers, the last four digits of cards, the zip code. */
  readonly codes: ReadonlySet<string>;
  /** Items and places, by name. */
  readonly names: ReadonlySet<string>;
  /** Every other number in it. */
  readonly numbers: ReadonlySet<string>;
}

const ofKey = (row: unknown, isWanted: (key: string) => boolean): unknown[] => {
  if (typeof row !== 'object' || row === null || row instanceof Date) return [];
  return Object.entries(row as Row).flatMap(([key, value]) =>
    isWanted(key) && (typeof value !== 'object' || value instanceof Date) ? [value] : ofKey(value, isWanted),
  );
};
const textsOf = (row: unknown, ...keys: string[]) =>
  ofKey(row, (key) => keys.includes(key)).filter((value) => typeof value === 'string');

/** The prices of any record, for every number of units of its lines. */
export function pricesIn(row: Row): Set<string> {
  const cents = ofKey(row, (key) => key.endsWith('_cents')).filter((value) => typeof value === 'number');
  const lines = Array.isArray(row['lines']) ? (row['lines'] as Row[]) : [];
  const ofUnits = lines.flatMap(({ unit_price_cents, quantity }) =>
    Array.from({ length: Number(quantity) }, (_, at) => Number(unit_price_cents) * (at + 1)),
  );
  return new Set([...cents, ...ofUnits].map((price) => writtenPrice(price, 'USD')));
}

/** The days of any record as they are written. */
export function datesIn(row: Row, timeZone: string): Set<string> {
  const moments = ofKey(row, (key) => /(_at|^at|_delivery|_by|_on)$/.test(key));
  const days = moments.flatMap((moment) => {
    if (moment instanceof Date) return [dayIn(timeZone, moment)];
    if (typeof moment !== 'string' || !/^\d{4}-\d\d-\d\d/.test(moment)) return [];
    return [moment.length > 10 ? dayIn(timeZone, new Date(moment)) : moment];
  });
  return new Set(days.flatMap(writtenDay));
}

function writtenDay(day: string): string[] {
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
      timeZone: 'UTC',
      month: 'long',
      day: 'numeric',
      ...options,
    });
  return [written({}), written({ weekday: 'long' })];
}

/** @param row the order with its lines, parcels and payments, as the database has it */
export function orderFacts(row: Row, timeZone: string): OrderFacts {
  return {
    number: String(row['order_number']),
    dates: datesIn(row, timeZone),
    prices: pricesIn(row),
    carriers: new Set(textsOf(row, 'carrier')),
    codes: new Set(textsOf(row, 'tracking_number', 'card_last4', 'zip')),
    names: new Set([
      ...textsOf(row, 'city', 'street'),
      // "Classic Tee - Navy, Size M": what it is called everywhere.
      ...textsOf(row, 'name').map((name) => name.split(/ - |, /)[0] ?? name),
    ]),
    numbers: new Set(JSON.stringify(row).match(/\d+/g)),
  };
}
