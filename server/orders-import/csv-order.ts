import type { Column } from './csv-columns.ts';
import type { FileRecord } from './file-record.ts';

/** A row of the file: its number, counted from 1 with the header, and its cells beside their columns. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly { readonly column: Column; readonly heading: string; readonly text: string }[];
  /** Where the row itself is broken: then its order is not whole. */
  readonly problem?: string;
}

type Fields = Record<string, unknown>;

/** One order of the rows that have its number: each row is an item, and what is the order's own stands in any of them. */
export function csvOrder(rows: readonly CsvRow[]): FileRecord {
  const [first] = rows;
  const record = first?.row ?? 0;
  const order: Fields = {};
  const address: Fields = {};
  const items: Fields[] = [];
  const parcels = new Map<string, { parcel: Fields; lines: { line: number; quantity: unknown }[] }>();
  const said = new Map<string, { text: string; row: number }>();

  for (const [index, { row, cells, problem: broken }] of rows.entries()) {
    if (broken !== undefined) {
      return { record, order, problem: { field: undefined, problem: `row ${row} ${broken}` } };
    }
    const item: Fields = {};
    const variant: Fields = {};
    const parcel: Record<string, string> = {};
    for (const { column, heading, text } of cells) {
      if (text.trim() === '') continue;
      if (column.of === 'item') item[column.field] = text;
      else if (column.of === 'variant') variant[column.field] = text;
      else if (column.of === 'parcel') parcel[column.field] = text;
      else {
        const before = said.get(heading);
        if (before !== undefined && before.text !== text) {
          const problem = `row ${row} has another value than row ${before.row}; rows of one order must agree`;
          return { record, order: { order_number: order['order_number'] }, problem: { field: heading, problem } };
        }
        said.set(heading, { text, row });
        (column.of === 'address' ? address : order)[column.field] = text;
      }
    }
    items.push(Object.keys(variant).length === 0 ? item : { ...item, variant });
    if (parcel['shipped_at'] !== undefined) {
      const key = parcel['tracking_number'] ?? JSON.stringify(parcel);
      const known = parcels.get(key) ?? { parcel, lines: [] };
      known.lines.push({ line: index + 1, quantity: unitsOf(item) });
      parcels.set(key, known);
    }
  }
  return {
    record,
    order: {
      ...order,
      shipping_address: address,
      items,
      ...(parcels.size === 0 ? {} : { parcels: parcelsOf([...parcels.values()], order['status'], items.length) }),
    },
  };
}

/** What of an item a parcel can hold. */
function unitsOf({ quantity, cancelled_quantity: cancelled }: Fields): unknown {
  return cancelled === undefined ? quantity : Number(quantity) - Number(cancelled);
}

/** A parcel that only the first row tells of holds everything, unless a part of the order is still to be sent. */
function parcelsOf(
  parcels: readonly { parcel: Fields; lines: readonly unknown[] }[],
  status: unknown,
  items: number,
): Fields[] {
  const [only, ...others] = parcels;
  const isWhole = others.length === 0 && status !== 'partially_shipped' && only?.lines.length !== items;
  return parcels.map(({ parcel, lines }) => (isWhole ? parcel : { ...parcel, lines }));
}
