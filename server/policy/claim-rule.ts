import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { RefusalReason } from '@orderline/contract/refusal.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Order, OrderLine, Variant } from '../orders/order.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { refundOf } from './refund.ts';

export interface ClaimFacts {
  readonly order: Order;
  readonly profile: Pick<StoreProfile, 'claims'>;
  readonly claimsOfCustomer: number;
  readonly variants: ReadonlyMap<number, readonly Variant[]>;
  /** `second_claim`, `claim_limit`: what a member of staff has set aside. */
  readonly waived: ReadonlySet<string>;
}

type ClaimRefusal = Extract<
  RefusalReason,
  | 'no_such_line'
  | 'already_cancelled'
  | 'not_shipped_yet'
  | 'not_delivered_yet'
  | 'already_claimed'
  | 'already_open'
  | 'already_returned'
  | 'quantity_unavailable'
  | 'claim_limit'
  | 'out_of_stock'
  | 'facts_unknown'
>;

export type ClaimVerdict =
  | { readonly is: 'allowed'; readonly valueCents: number; readonly shipping: 'standard' | 'express' }
  | { readonly is: 'refused'; readonly reason: ClaimRefusal; readonly line: OrderLine | undefined };

/**
 * Damaged, defective, wrong and missing items, at any time and of any kind, are replaced or refunded at once (seed,
 * "Damaged or Defective Items"; DESIGN §6): what has been delivered, once for each unit, and within the store's limits.
 */
export function judgeClaim({ lines, wish }: RequestOf<'claim'>, facts: ClaimFacts): ClaimVerdict {
  const { order, profile, waived } = facts;
  for (const units of lines) {
    const line = order.lines.find((of) => of.line === units.line);
    const reason = line === undefined ? 'no_such_line' : whyNotClaimable(line, units, facts);
    if (reason !== undefined) return { is: 'refused', reason, line };
  }
  const { max_value_cents = Infinity, max_per_customer = Infinity, express_tiers } = profile.claims;
  const valueCents = lines.reduce((sum, units) => sum + valueOf(order, units), 0);
  const isOverLimit = valueCents > max_value_cents || facts.claimsOfCustomer >= max_per_customer;
  if (isOverLimit && !waived.has('claim_limit')) return { is: 'refused', reason: 'claim_limit', line: undefined };

  if (wish === 'replacement') {
    for (const units of lines) {
      const line = order.lines.find((of) => of.line === units.line);
      const reason = whyNotReplaceable(line, units, facts);
      if (reason !== undefined) return { is: 'refused', reason, line };
    }
  }
  const isExpress = order.loyaltyTier !== undefined && express_tiers.includes(order.loyaltyTier);
  return { is: 'allowed', valueCents, shipping: isExpress ? 'express' : 'standard' };
}

function whyNotClaimable(
  { quantity, counts }: OrderLine,
  wanted: Units,
  { order, waived }: ClaimFacts,
): ClaimRefusal | undefined {
  if (order.status === 'cancelled' || counts.cancelled >= quantity) return 'already_cancelled';
  if (counts.shipped === 0) return 'not_shipped_yet';
  if (counts.delivered === 0) return 'not_delivered_yet';
  const kept = counts.delivered - counts.returned - counts.returnRequested;
  if (kept - (waived.has('second_claim') ? 0 : counts.claimed) >= wanted.quantity) return undefined;
  if (kept >= wanted.quantity) return 'already_claimed';
  if (kept + counts.returnRequested >= wanted.quantity) return 'already_open';
  return counts.returned > 0 ? 'already_returned' : 'quantity_unavailable';
}

function whyNotReplaceable(
  line: OrderLine | undefined,
  wanted: Units,
  { variants }: ClaimFacts,
): 'facts_unknown' | 'out_of_stock' | undefined {
  const same = variants.get(wanted.line)?.find(({ sku }) => sku === line?.sku);
  if (same === undefined) return 'facts_unknown';
  return same.available >= wanted.quantity ? undefined : 'out_of_stock';
}

/** By what was paid for the units, whatever was paid back of them since. */
function valueOf(order: Order, units: Units): number {
  const unrefunded = order.lines.map((line) => ({ ...line, counts: { ...line.counts, refunded: 0 } }));
  const payments = order.payments.map((payment) => ({ ...payment, refundedCents: 0 }));
  return refundOf({ ...order, lines: unrefunded, payments }, [units]).amount_cents;
}
