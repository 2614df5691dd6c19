import type { Units } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import { refundOf, type Refund } from '../policy/refund.ts';
import { isOpen, type ReturnRecord } from './return-record.ts';

/**
 * What will go back for units once they have come, to the cent: after the units of the returns that are open already,
 * whose shares of the order's discount may be other ones.
 */
export function expectedRefund(order: Order, lines: readonly Units[], openBefore: readonly ReturnRecord[]): Refund {
  const awaited = (line: number) =>
    openBefore
      .filter(({ kind }) => kind === 'return')
      .flatMap((record) => record.lines.map((of) => ({ ...of, isOpen: isOpen(record) })))
      .filter((of) => of.line === line)
      .reduce((sum, of) => sum + of.held + (of.isOpen ? of.quantity - of.received : 0), 0);
  const asIfRefunded = order.lines.map((line) => ({
    ...line,
    counts: { ...line.counts, refunded: line.counts.refunded + awaited(line.line) },
  }));
  return refundOf({ ...order, lines: asIfRefunded }, lines);
}
