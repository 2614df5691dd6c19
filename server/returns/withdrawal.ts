import type { Kysely } from 'kysely';
import type { Effect, Units } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import { outstanding, type ReturnRecord } from './return-record.ts';
import { updateReturn } from './returns-table.ts';

/** The units of a return that have not come. */
export const outstandingUnits = ({ lines }: ReturnRecord): Units[] =>
  lines.flatMap((of) => (outstanding(of) > 0 ? [{ line: of.line, quantity: outstanding(of) }] : []));

export interface ReservedStock {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
}

/** What is reserved in exchange for units that have not come. */
export const reservedFor = ({ lines }: ReturnRecord): ReservedStock[] =>
  lines.flatMap((of) =>
    of.exchangeSku === undefined || outstanding(of) === 0
      ? []
      : [{ sku: of.exchangeSku, name: of.exchangeName ?? of.name, quantity: outstanding(of) }],
  );

/** The units that have not come are free again, and so is what was reserved in exchange for them. */
export const withdrawalEffects = (record: ReturnRecord): Effect[] => [
  ...outstandingUnits(record).map((units): Effect => ({ effect: 'withdraw_return', ...units })),
  ...reservedFor(record).map(({ sku, quantity }): Effect => ({ effect: 'release_stock', sku, quantity })),
];

/** Ends a return whose outstanding units have been withdrawn; one of which something came has been received. */
export async function closeWithdrawn(
  context: Pick<AppContext, 'config' | 'clock' | 'jobs'>,
  transaction: Kysely<Database>,
  { record, as }: { record: ReturnRecord; as: 'cancelled' | 'expired' },
): Promise<void> {
  const hasCome = record.state === 'partially_received';
  await updateReturn(transaction, record.rma, { state: hasCome ? 'received' : as });
  await announceOutcome(context, transaction, {
    event: `return.${as}`,
    id: `${record.rma} ${record.labels}`,
    data: {
      order_number: record.orderNumber,
      rma: record.rma,
      lines: outstandingUnits(record).map(({ line, quantity }) => ({ line, quantity, name: nameOf(record, line) })),
      reason: record.reason,
    },
  });
}

const nameOf = ({ lines }: ReturnRecord, line: number) => lines.find((of) => of.line === line)?.name ?? `item ${line}`;
