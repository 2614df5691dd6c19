import type { Kysely } from 'kysely';
import type { ChangeReason } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import type { Day } from '../policy/store-calendar.ts';
import { labelLink } from './label-link.ts';
import { insertReturnLines } from './return-lines-table.ts';
import { insertReturn } from './returns-table.ts';

export interface NewReturn {
  /** From `nextRma`. */
  readonly rma: string;
  readonly kind: 'return' | 'exchange';
  /** Of the change that makes it. */
  readonly changeId: string;
  readonly callId: string | undefined;
  readonly order: Order;
  readonly reason: ChangeReason;
  readonly reasonWords: string | undefined;
  readonly lines: readonly NewReturnLine[];
  /** The last day to hand it to the carrier. */
  readonly shipBy: Day;
  readonly at: Date;
}

interface NewReturnLine {
  readonly line: number;
  readonly quantity: number;
  /** What is sent once the units have come, reserved already. */
  readonly exchange?: {
    readonly sku: string;
    readonly name: string;
    /** Of each unit's price, what goes back because the replacement costs less. */
    readonly cheaperByCents: number;
  };
}

/** Keeps a return or an exchange whose effects the store has carried out, and gives the link to its label. */
export async function createReturn(
  { config, profile }: Pick<AppContext, 'config' | 'profile'>,
  transaction: Kysely<Database>,
  created: NewReturn,
): Promise<{ labelUrl: string }> {
  const { rma, order, lines, shipBy } = created;
  await insertReturn(transaction, {
    rma,
    kind: created.kind,
    order_number: order.orderNumber,
    email: order.contact.email ?? null,
    phone: order.contact.phone ?? null,
    change_id: created.changeId,
    call_id: created.callId ?? null,
    reason: created.reason,
    reason_words: created.reasonWords ?? null,
    requested_at: created.at,
    ship_by: shipBy,
  });
  await insertReturnLines(
    transaction,
    lines.map(({ line, quantity, exchange }) => ({
      rma,
      line,
      quantity,
      name: order.lines.find((of) => of.line === line)?.name ?? '',
      exchange_sku: exchange?.sku ?? null,
      exchange_name: exchange?.name ?? null,
      reserved: exchange === undefined ? 0 : quantity,
      cheaper_by_cents: exchange?.cheaperByCents ?? 0,
    })),
  );
  return { labelUrl: labelLink(config, { rma, shipBy, timeZone: profile().time_zone }) };
}
