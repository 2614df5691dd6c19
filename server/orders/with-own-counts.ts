import type { ClaimRecord } from '../claims/claim-record.ts';
import type { ReturnRecord } from '../returns/return-record.ts';
import type { LineCounts, Order } from './order.ts';

/**
 * The order with what Orderline itself keeps of it counted in: a store's own API need not know of RMAs and claims, and the
 * rules go by whichever of the two counts more.
 */
export function withOwnCounts(
  order: Order,
  { returns, claims }: { returns: readonly ReturnRecord[]; claims: readonly ClaimRecord[] },
): Order {
  const countsOf = (line: number): Pick<LineCounts, 'returnRequested' | 'returned' | 'refunded' | 'claimed'> => {
    const ofReturns = returns.flatMap(({ state, lines }) =>
      lines.filter((of) => of.line === line).map((of) => ({ ...of, state })),
    );
    const isOpen = (state: ReturnRecord['state']) => state === 'requested' || state === 'partially_received';
    const ofClaims = claims.flatMap(({ wish, lines }) =>
      lines.filter((of) => of.line === line).map((of) => ({ ...of, wish })),
    );
    return {
      returnRequested: sum(ofReturns.map((of) => (isOpen(of.state) ? of.quantity - of.received : 0))),
      returned: sum(ofReturns.map((of) => of.received)),
      refunded: sum([
        ...ofReturns.map((of) => of.refunded),
        ...ofClaims.map((of) => (of.wish === 'refund' ? of.quantity : 0)),
      ]),
      claimed: sum(ofClaims.map((of) => of.quantity)),
    };
  };
  return {
    ...order,
    lines: order.lines.map((line) => {
      const own = countsOf(line.line);
      return {
        ...line,
        counts: {
          ...line.counts,
          returnRequested: Math.max(line.counts.returnRequested, own.returnRequested),
          returned: Math.max(line.counts.returned, own.returned),
          refunded: Math.max(line.counts.refunded, own.refunded),
          claimed: Math.max(line.counts.claimed, own.claimed),
        },
      };
    }),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
