import type { AppContext } from '../app-context.ts';
import type { Notice } from '../messages/notice.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { refundTold } from '../messages/refund-told.ts';
import type { Refund } from '../policy/refund.ts';
import type { HeldReturn } from './hold-return.ts';
import type { LineReceipt } from './receipt-rule.ts';

/** Tells the customer that items have come back: what went back for them, and what a person still looks at. */
export async function tellReceipt(
  context: AppContext,
  held: HeldReturn,
  { changeId, receipt }: { changeId: string; receipt: { lines: readonly LineReceipt[]; refund: Refund | undefined } },
): Promise<void> {
  const { rma } = held.record;
  const good = receipt.lines.filter((of) => of.good > 0).map(({ name, good: quantity }) => ({ name, quantity }));
  const damaged = receipt.lines
    .filter((of) => of.damaged > 0)
    .map(({ name, damaged: quantity }) => ({ name, quantity }));
  if (good.length > 0)
    await tellReturn(context, held, { changeId, notice: receivedNotice(held, good, receipt.refund) });
  if (damaged.length > 0) {
    await tellReturn(context, held, { changeId, notice: { kind: 'return_held', rma, items: damaged } });
  }
}

/** That items are back and what follows: the refund, or a replacement. */
export function receivedNotice(
  { record, order }: HeldReturn,
  items: readonly { name: string; quantity: number }[],
  refund: Refund | undefined,
): Notice {
  return {
    kind: 'return_received',
    rma: record.rma,
    items,
    refund: refundTold(order, refund),
  };
}

/** Tells the customer of a return, once for each change. */
export async function tellReturn(
  context: AppContext,
  { transaction, order }: HeldReturn,
  { changeId, notice }: { changeId: string; notice: Notice },
): Promise<void> {
  await notifyCustomer(context, transaction, {
    notice,
    order,
    key: `${changeId} ${notice.kind}`,
    via: 'text_else_email',
  });
}
