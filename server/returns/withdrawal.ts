import type { Kysely } from 'kysely';
import type { Effect, Units } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import { addToReturnLine } from './return-lines-table.ts';
import { outstanding, type ReturnLine, type ReturnRecord } from './return-record.ts';
import { updateReturn } from './returns-table.ts';

/** Units of a return that have not come, with what they are called. */
export const outstandingUnits = ({ lines }: Pick<ReturnRecord, 'lines'>): (Units & { name: string })[] =>
  lines
    .map((of) => ({ line: of.line, quantity: outstanding(of), name: of.name }))
    .filter(({ quantity }) => quantity > 0);

export interface ReservedStock {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
}

/** What is kept in exchange for units that have not come. */
export const reservedFor = ({ lines }: Pick<ReturnRecord, 'lines'>): ReservedStock[] =>
  lines.flatMap((of) =>
    of.exchangeSku === undefined || reservedForOutstanding(of) === 0
      ? []
      : [{ sku: of.exchangeSku, name: of.exchangeName ?? of.name, quantity: reservedForOutstanding(of) }],
  );

/** What is held keeps its replacement until a person has decided. */
const reservedForOutstanding = (of: ReturnLine) => Math.min(of.reserved, outstanding(of));

/** The units that have not come are free again, and so is what was reserved in exchange for them. */
export const withdrawalEffects = (record: ReturnRecord): Effect[] => [
  ...outstandingUnits(record).map(({ line, quantity }): Effect => ({ effect: 'withdraw_return', line, quantity })),
  ...reservedFor(record).map(({ sku, quantity }): Effect => ({ effect: 'release_stock', sku, quantity })),
];

/** Ends a return whose outstanding units have been withdrawn; one of which something came has been received. */
export async function closeWithdrawn(
  context: Pick<AppContext, 'config' | 'clock' | 'jobs'>,
  transaction: Kysely<Database>,
  { record, as }: { record: ReturnRecord; as: 'cancelled' | 'expired' },
): Promise<void> {
  const { rma, lines } = record;
  await updateReturn(transaction, rma, { state: record.state === 'partially_received' ? 'received' : as });
  for (const of of lines.filter((line) => reservedForOutstanding(line) > 0)) {
    await addToReturnLine(transaction, { rma, line: of.line, counters: { reserved: -reservedForOutstanding(of) } });
  }
  await announceOutcome(context, transaction, {
    event: `return.${as}`,
    // A return that expired, had a new label and expired again has done so twice.
    id: `${rma} ${record.labels}`,
    data: { order_number: record.orderNumber, rma, lines: outstandingUnits(record), reason: record.reason },
  });
}
