import type { Effect, Units } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import type { Refund } from '../policy/refund.ts';
import { combinedRefund, refundableUnits } from './return-refund-rule.ts';
import type { ReturnLine, ReturnRecord } from './return-record.ts';

export type HeldDecision = 'refund' | 'replace' | 'reject';

export interface Released {
  /** All that were held, line by line. */
  readonly lines: readonly (Units & {
    readonly name: string;
    readonly refunded: number;
    readonly unreserved: number;
  })[];
  readonly effects: readonly Effect[];
  readonly refund: Refund | undefined;
}

/**
 * What follows from a person's decision on units that came damaged; undefined when none are held, or a return is to be
 * replaced. What was reserved for them is sent, or free again.
 */
export function releaseHeld(record: ReturnRecord, order: Order, decision: HeldDecision): Released | undefined {
  const held = record.lines.filter((line) => line.held > 0);
  if (held.length === 0 || (decision === 'replace' && record.kind === 'return')) return undefined;
  const lines = held.map((of) => ({
    line: of.line,
    name: of.name,
    quantity: of.held,
    refunded: decision === 'refund' ? Math.min(of.held, refundableUnits(order, of.line)) : 0,
    unreserved: Math.min(of.held, of.reserved),
  }));
  const refund = combinedRefund(order, {
    units: lines.filter(({ refunded }) => refunded > 0).map(({ line, refunded }) => ({ line, quantity: refunded })),
    extraCents: decision === 'replace' ? held.reduce((sum, of) => sum + of.cheaperByCents * of.held, 0) : 0,
  });
  const effects = held.flatMap((of) => (decision === 'replace' ? sendReplacement(of) : freeReplacement(of)));
  return { lines, effects: [...effects, ...(refund === undefined ? [] : [refund])], refund };
}

const freeReplacement = ({ exchangeSku, reserved, held }: ReturnLine): Effect[] =>
  exchangeSku === undefined || reserved === 0
    ? []
    : [{ effect: 'release_stock', sku: exchangeSku, quantity: Math.min(held, reserved) }];

function sendReplacement({ line, exchangeSku, reserved, held }: ReturnLine): Effect[] {
  if (exchangeSku === undefined) return [];
  const sent = (quantity: number, is_reserved: boolean): Effect[] =>
    quantity === 0
      ? []
      : [{ effect: 'send_units', line, quantity, sku: exchangeSku, is_reserved, shipping: 'standard' }];
  const fromReserved = Math.min(held, reserved);
  return [...sent(fromReserved, true), ...sent(held - fromReserved, false)];
}
