import type { RefusalReason } from '@orderline/contract/refusal.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Order, OrderLine } from '../orders/order.ts';

export type CancellationVerdict =
  /** `all`: nothing of the order will be sent; `rest`: what has not shipped; `items`: those that were named. */
  | { readonly is: 'possible'; readonly scope: 'all' | 'rest' | 'items'; readonly lines: readonly Units[] }
  | {
      readonly is: 'impossible';
      readonly reason: Extract<
        RefusalReason,
        'already_cancelled' | 'already_shipped' | 'already_returned' | 'no_such_line' | 'quantity_unavailable'
      >;
    };

const impossible = (reason: Extract<CancellationVerdict, { is: 'impossible' }>['reason']) =>
  ({ is: 'impossible', reason }) as const;

/**
 * Only while an order is being prepared, whole or its lines that have not shipped (seed, "Cancellation"; DESIGN §6).
 * Without `wanted`, everything that has not shipped.
 */
export function judgeCancellation(order: Order, wanted: readonly Units[] | undefined): CancellationVerdict {
  const stage = stageOf(order);
  if (stage !== 'preparing') return impossible(stage);
  const isKnown = (line: number) => order.lines.some((of) => of.line === line);
  if (wanted?.some(({ line }) => !isKnown(line)) === true) return impossible('no_such_line');

  const open = order.lines.map((line) => ({ line: line.line, quantity: unshipped(line) }));
  const lines = wanted ?? open.filter(({ quantity }) => quantity > 0);
  const left = (line: number) => open.find((of) => of.line === line)?.quantity ?? 0;
  if (lines.length === 0 || lines.some(({ line, quantity }) => quantity > left(line))) {
    return impossible('quantity_unavailable');
  }
  const isEverything = open.every(
    ({ line, quantity }) => (lines.find((of) => of.line === line)?.quantity ?? 0) === quantity,
  );
  const hasShipped = order.lines.some(({ counts }) => counts.shipped > 0);
  if (isEverything && !hasShipped) return { is: 'possible', scope: 'all', lines };
  return { is: 'possible', scope: wanted === undefined ? 'rest' : 'items', lines };
}

const unshipped = ({ quantity, counts }: OrderLine) => quantity - counts.shipped - counts.cancelled;

/** Whether something of the order may still be stopped. */
function stageOf({ status }: Order): 'preparing' | 'already_cancelled' | 'already_shipped' | 'already_returned' {
  switch (status) {
    case 'processing':
    case 'on_hold':
    case 'back_ordered':
    case 'partially_shipped':
      return 'preparing';
    case 'shipped':
    case 'out_for_delivery':
    case 'delivered':
    case 'returned_to_sender':
      return 'already_shipped';
    case 'cancelled':
      return 'already_cancelled';
    case 'returned':
    case 'refunded':
      return 'already_returned';
  }
}
