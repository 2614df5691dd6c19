import type { Effect, Units } from '@orderline/contract/store-change.ts';
import { joined } from '../orders/parcel-facts.ts';
import type { Order } from '../orders/order.ts';
import { writtenAddress } from '../orders/written-address.ts';
import { writtenPrice } from '../orders/written-price.ts';
import { writtenUnits } from './change-wording.ts';

/** What is to be done to an order, one sentence each, for the store's people who do it by hand. */
export function effectsInWords(effects: readonly Effect[], order: Order, rma?: string): string {
  return effects.map((effect) => `${sentence(effect, { order, rma })}.`).join(' ');
}

/** `not_taken`: the store's own API said that it does not do it. `unanswered`: it said nothing, however often it was asked. */
export type WhyByHand = 'not_taken' | 'unanswered';

/** Nobody does again by hand what was done already and only not confirmed. */
export const toDoByHand = (inWords: string, why: WhyByHand): string =>
  why === 'not_taken' ? inWords : `${lookFirst} ${inWords}`;

const lookFirst = 'Look at the order first: this may have been carried out, as the order system never answered.';

function sentence(effect: Effect, { order, rma }: { order: Order; rma: string | undefined }): string {
  const items = (units: Units) => writtenUnits(order, [units]);
  const under = rma === undefined ? '' : ` under ${rma}`;
  switch (effect.effect) {
    case 'cancel_units':
      return `Cancel ${items(effect)}`;
    case 'change_address':
      return `Change the address to ${writtenAddress(effect.address)}`;
    case 'request_return':
      return `Expect ${items(effect)} back${under}`;
    case 'withdraw_return':
      return `Expect ${items(effect)} back no longer${under}`;
    case 'receive_return':
      return `Book ${items(effect)} in${under}, ${effect.restock ? 'back into stock' : 'not to be sold again'}`;
    case 'claim_units':
      return `Note a claim on ${items(effect)}`;
    case 'refund':
      return refundSentence(effect, order);
    case 'reserve_stock':
      return `Set ${effect.quantity} x ${effect.sku} aside`;
    case 'release_stock':
      return `Put ${effect.quantity} x ${effect.sku} back on sale`;
    case 'send_units': {
      const to = effect.address === undefined ? '' : ` to ${writtenAddress(effect.address)}`;
      const from = effect.came_back === true ? ' that came back' : '';
      return `Send ${effect.quantity} x ${effect.sku}${from} by ${effect.shipping} shipping${to}`;
    }
  }
}

function refundSentence({ amount_cents, parts }: Extract<Effect, { effect: 'refund' }>, { currency }: Order): string {
  const [first, ...others] = parts;
  const amount = writtenPrice(amount_cents, currency);
  if (first === undefined) return `Refund ${amount}`;
  if (others.length === 0) return `Refund ${amount} to ${first.method}`;
  const written = parts.map((part) => `${writtenPrice(part.amount_cents, currency)} to ${part.method}`);
  return `Refund ${amount}: ${joined(written)}`;
}
