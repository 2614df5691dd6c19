import type { InvestigationResolution } from '@orderline/contract/investigation.ts';
import type { RefusalReason } from '@orderline/contract/refusal.ts';
import type { EffectOf, Units } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import { refundOf, type Refund } from '../policy/refund.ts';
import { unsettledUnits } from '../policy/unsettled-units-rule.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';

export type Settlement =
  | { readonly is: 'found' }
  | { readonly is: 'refund'; readonly units: readonly Units[]; readonly refund: Refund }
  | { readonly is: 'reship'; readonly units: readonly Units[]; readonly sends: readonly EffectOf<'send_units'>[] };

export interface Impossible {
  readonly is: 'impossible';
  readonly why: { readonly reason: RefusalReason; readonly detail: string };
}

const impossible = (reason: RefusalReason, detail: string): Impossible => ({
  is: 'impossible',
  why: { reason, detail },
});

/**
 * What is done about the units of a lost parcel (seed, "Lost packages are reshipped or refunded at our discretion"): those
 * that nothing was done about meanwhile, refunded with what was paid to ship them, or sent again as a replacement is.
 */
export function settlementOf(
  resolution: InvestigationResolution['resolution'],
  { order, missing, profile }: { order: Order; missing: readonly Units[]; profile: Pick<StoreProfile, 'claims'> },
): Settlement | Impossible {
  if (resolution === 'found') return { is: 'found' };
  if (missing.length === 0) return impossible('facts_unknown', 'The store does not tell what is in this parcel');
  const units = unsettledUnits(order, missing);
  if (units.length === 0)
    return impossible('already_claimed', 'All of it was claimed, refunded or sent back meanwhile');
  if (resolution === 'refund') return { is: 'refund', units, refund: refundOf(order, units, 'share') };

  const isExpress = order.loyaltyTier !== undefined && profile.claims.express_tiers.includes(order.loyaltyTier);
  const sends = units.flatMap(({ line, quantity }): EffectOf<'send_units'>[] => {
    const sku = order.lines.find((of) => of.line === line)?.sku;
    const shipping = isExpress ? 'express' : 'standard';
    return sku === undefined ? [] : [{ effect: 'send_units', line, quantity, sku, is_reserved: false, shipping }];
  });
  if (sends.length < units.length) return impossible('facts_unknown', 'The store does not tell what these items are');
  return { is: 'reship', units, sends };
}
