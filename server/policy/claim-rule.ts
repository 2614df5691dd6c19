import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { RefusalReason } from '@orderline/contract/refusal.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Order, OrderLine, Variant } from '../orders/order.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { unitShares } from './refund-shares.ts';
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
  | { readonly is: 'allowed'; readonly shipping: 'standard' | 'express' }
  | { readonly is: 'refused'; readonly reason: ClaimRefusal; readonly line: OrderLine | undefined };

/**
 * Damaged, defective, wrong and missing items, at any time and of any kind, are replaced or refunded at once (seed,
 * "Damaged or Defective Items"; DESIGN §6): what has been delivered, once for each unit, and within the store's limits.
 * Units on an open RMA are on their way back already, and settled by it.
 */
export function judgeClaim({ lines, wish }: RequestOf<'claim'>, facts: ClaimFacts): ClaimVerdict {
  const { order, profile, waived } = facts;
  for (const units of lines) {
    const line = order.lines.find((of) => of.line === units.line);
    const reason = line === undefined ? 'no_such_line' : whyNotClaimable(line, { units, wish }, facts);
    if (reason !== undefined) return { is: 'refused', reason, line };
  }
  const { max_value_cents = Infinity, max_per_customer = Infinity, express_tiers } = profile.claims;
  const isOverLimit = claimValueCents(order, lines) > max_value_cents || facts.claimsOfCustomer >= max_per_customer;
  if (isOverLimit && !waived.has('claim_limit')) return { is: 'refused', reason: 'claim_limit', line: undefined };

  const obstacle = wish === 'replacement' ? whyNotReplaceable(lines, facts) : whyNotRefundable(lines, order);
  if (obstacle !== undefined) return { is: 'refused', ...obstacle };
  const isExpress = order.loyaltyTier !== undefined && express_tiers.includes(order.loyaltyTier);
  return { is: 'allowed', shipping: isExpress ? 'express' : 'standard' };
}

/** What was paid for the units, whatever was paid back of them since. */
export function claimValueCents(order: Order, lines: readonly Units[]): number {
  const shares = unitShares(order);
  return lines
    .flatMap(({ line, quantity }) => (shares.get(line) ?? []).slice(0, quantity))
    .reduce((sum, { priceCents }) => sum + priceCents, 0);
}

interface Wanted {
  readonly units: Units;
  readonly wish: RequestOf<'claim'>['wish'];
}

function whyNotClaimable(
  { quantity, counts }: OrderLine,
  { units: wanted, wish }: Wanted,
  { order, waived }: ClaimFacts,
): ClaimRefusal | undefined {
  const { cancelled, shipped, delivered, returned, returnRequested, refunded, claimed } = counts;
  if (order.status === 'cancelled' || cancelled >= quantity) return 'already_cancelled';
  if (shipped === 0) return 'not_shipped_yet';
  const kept = delivered - returned - returnRequested;
  const paidBack = Math.max(0, refunded - cancelled - returned);
  const notAgain = wish === 'refund' ? paidBack : 0;
  const settled = waived.has('second_claim') ? notAgain : Math.max(claimed, paidBack);
  if (kept - settled >= wanted.quantity) return undefined;
  if (kept - settled + shipped - delivered >= wanted.quantity) return 'not_delivered_yet';
  if (kept >= wanted.quantity) return 'already_claimed';
  if (kept + returnRequested >= wanted.quantity) return 'already_open';
  return returned > 0 ? 'already_returned' : 'quantity_unavailable';
}

type Obstacle = Pick<Extract<ClaimVerdict, { is: 'refused' }>, 'reason' | 'line'>;

/** The same item is sent again: of one that several lines want, there must be enough for all. */
function whyNotReplaceable(lines: readonly Units[], { order, variants }: ClaimFacts): Obstacle | undefined {
  const taken = new Map<string, number>();
  for (const { line: number, quantity } of lines) {
    const line = order.lines.find((of) => of.line === number);
    const same = variants.get(number)?.find(({ sku }) => sku === line?.sku);
    if (same === undefined) return { reason: 'facts_unknown', line };
    const wanted = (taken.get(same.sku) ?? 0) + quantity;
    if (same.available < wanted) return { reason: 'out_of_stock', line };
    taken.set(same.sku, wanted);
  }
  return undefined;
}

/** Where the store does not tell how the order was paid, there is nothing to pay back to. */
function whyNotRefundable(lines: readonly Units[], order: Order): Obstacle | undefined {
  if (refundOf(order, lines, 'share').amount_cents > 0) return undefined;
  return { reason: 'facts_unknown', line: undefined };
}
