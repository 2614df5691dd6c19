import type { Consequences } from '@orderline/contract/proposal.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Order } from '../orders/order.ts';
import { joined } from '../orders/parcel-facts.ts';
import { writtenPrice } from '../orders/written-price.ts';
import type { Refund } from '../policy/refund.ts';
import type { Facts } from '../store-profile/phrase-template.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import type { Reach } from './change-facts.ts';

/** The units with what they are called, for consequences, messages and webhooks. */
export const namedUnits = ({ lines }: Order, units: readonly Units[]) =>
  units.map(({ line, quantity }) => {
    const of = lines.find((candidate) => candidate.line === line);
    return { line, quantity, name: of?.name ?? `item ${line}`, ...(of?.sku === undefined ? {} : { sku: of.sku }) };
  });

/** "2 x Classic Tee - Navy, Size M and 1 x Jogger Pants - Black, Size L". */
export const writtenUnits = (order: Order, units: readonly Units[]): string =>
  joined(namedUnits(order, units).map(({ quantity, name }) => `${quantity} x ${name}`));

/** `refund_amount`, `refund_method` and `refund_business_days`; no amount where nothing goes back. */
export function refundFacts({ currency }: Order, refund: Refund, { returns }: StoreProfile): Facts {
  const { from, to } = returns.refund_business_days;
  return {
    refund_amount: refund.amount_cents > 0 ? writtenPrice(refund.amount_cents, currency) : undefined,
    refund_method: refund.parts.length > 0 ? joined(refund.parts.map(({ method }) => method)) : undefined,
    refund_business_days: `${from} to ${to}`,
  };
}

/** The refund as the consequences tell it: `at_once` on acceptance, or `on_receipt` of what is sent back. */
export const refundConsequence = (
  { amount_cents, shipping_cents, parts }: Refund,
  when: 'at_once' | 'on_receipt',
  { returns }: StoreProfile,
): NonNullable<Consequences['refund']> => ({
  amount_cents,
  shipping_cents,
  parts,
  when,
  business_days: returns.refund_business_days,
});

/** How a change that needs one confirmation is confirmed; whether it may be texted is asked before it is accepted. */
export function confirmationBy({ texting, hasEmail }: Reach): Consequences['sends'] {
  if (texting !== 'never') return [{ what: 'confirmation', by: 'sms' }];
  return hasEmail ? [{ what: 'confirmation', by: 'email' }] : [];
}

/** What is said of a confirmation that was sent, or undefined when there is no way to send one. */
export function sentSentence(
  profile: StoreProfile,
  { texted, emailed }: { texted: boolean; emailed: boolean },
): string | undefined {
  const { sent_by_text, sent_by_email, sent_by_text_and_email } = profile.change_phrases;
  if (texted) return sayPhrase(profile, emailed ? sent_by_text_and_email : sent_by_text);
  return emailed ? sayPhrase(profile, sent_by_email) : undefined;
}
