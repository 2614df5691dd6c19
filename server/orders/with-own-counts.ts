import type { Units } from '@orderline/contract/store-change.ts';
import type { ClaimRecord } from '../claims/claim-record.ts';
import { isOpen, outstanding, type ReturnRecord } from '../returns/return-record.ts';
import type { LineCounts, Order } from './order.ts';

export interface KeptOfOrder {
  readonly returns: readonly ReturnRecord[];
  readonly claims: readonly ClaimRecord[];
  /** Cancelled through us, and refunded with it. */
  readonly cancelled: readonly Units[];
}

/**
 * The order with what Orderline itself keeps of it counted in: a store's own API need not know of RMAs and claims, nor tell
 * what was cancelled, and the rules go by whichever of the two counts more.
 */
export function withOwnCounts(order: Order, kept: KeptOfOrder): Order {
  return {
    ...order,
    lines: order.lines.map((line) => {
      const own = ownCounts(line.line, kept);
      const counts = Object.fromEntries(
        Object.entries(own).map(([name, count]) => [name, Math.max(count, line.counts[name as keyof typeof own])]),
      );
      return { ...line, counts: { ...line.counts, ...counts } };
    }),
  };
}

function ownCounts(line: number, kept: KeptOfOrder): Omit<LineCounts, 'shipped' | 'delivered'> {
  const returned = kept.returns.flatMap((record) =>
    record.lines.filter((of) => of.line === line).map((of) => ({ ...of, isOpen: isOpen(record) })),
  );
  const claimed = kept.claims.flatMap(({ wish, lines }) =>
    lines.filter((of) => of.line === line).map((of) => ({ ...of, wish })),
  );
  const cancelled = sum(kept.cancelled.map((of) => (of.line === line ? of.quantity : 0)));
  return {
    cancelled,
    returnRequested: sum(returned.map((of) => (of.isOpen ? outstanding(of) : 0))),
    returned: sum(returned.map((of) => of.received)),
    refunded: sum([
      cancelled,
      ...returned.map((of) => of.refunded),
      ...claimed.map((of) => (of.wish === 'refund' ? of.quantity : 0)),
    ]),
    claimed: sum(claimed.map((of) => of.quantity)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
