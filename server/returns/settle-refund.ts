import type { AppContext } from '../app-context.ts';
import type { Refund } from '../policy/refund.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import type { HeldReturn } from './hold-return.ts';
import { insertReturnRefund } from './return-refunds-table.ts';

/** Keeps a refund that the store has carried out for a return, and tells the CRM; nothing where nothing went back. */
export async function settleRefund(
  context: AppContext,
  { transaction, record, order }: HeldReturn,
  { changeId, refund }: { changeId: string; refund: Refund },
): Promise<void> {
  if (refund.amount_cents === 0) return;
  await insertReturnRefund(transaction, {
    change_id: changeId,
    rma: record.rma,
    amount_cents: refund.amount_cents,
    parts: refund.parts,
    refunded_at: context.clock(),
  });
  await announceOutcome(context, transaction, {
    event: 'return.refunded',
    id: changeId,
    data: {
      order_number: record.orderNumber,
      rma: record.rma,
      lines: refund.lines.map(({ line, quantity }) => ({
        line,
        quantity,
        name: record.lines.find((of) => of.line === line)?.name ?? `item ${line}`,
      })),
      reason: record.reason,
      refund: { amount_cents: refund.amount_cents, currency: order.currency },
    },
  });
}
