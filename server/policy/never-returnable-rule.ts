import type { OrderLine } from '../orders/order.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';

type Never = StoreProfile['returns']['never'][number];

/**
 * Why a line is never returned: "final sale items, gift cards, and personalized items cannot be returned" (seed, Return
 * Policy). `facts_unknown` where the store does not tell what the policy asks; undefined when nothing speaks against it.
 */
export function neverReturnable(line: OrderLine, never: readonly Never[]): Never | 'facts_unknown' | undefined {
  const answers: Record<Never, boolean | undefined> = {
    final_sale: line.isFinalSale,
    gift_card: line.kind === undefined ? undefined : line.kind === 'gift_card',
    personalised: line.isPersonalised,
  };
  return (
    never.find((kind) => answers[kind] === true) ??
    (never.some((kind) => answers[kind] === undefined) ? 'facts_unknown' : undefined)
  );
}
