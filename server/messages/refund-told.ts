import type { EffectOf } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import type { Refund } from './notice.ts';

/** The refund as a notice tells it; undefined when nothing goes back. */
export function refundTold(
  { currency }: Order,
  refund: Pick<EffectOf<'refund'>, 'amount_cents' | 'parts'> | undefined,
): Refund | undefined {
  if (refund === undefined || refund.amount_cents === 0) return undefined;
  return { amountCents: refund.amount_cents, currency, parts: refund.parts };
}
