import type { Offer } from '@orderline/contract/refusal.ts';
import type { Refusal } from '../changes/change-kind.ts';
import type { Order } from '../orders/order.ts';
import { writtenMoment } from '../orders/parcel-facts.ts';
import type { NotReturnable } from '../policy/returnable-rule.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';

export interface RefusalTelling {
  readonly order: Order;
  readonly profile: StoreProfile;
  readonly now: Date;
  /** It is one of several items, of which none goes back without the others being asked for anew. */
  readonly isAmongSeveral?: boolean;
}

/** Why units cannot go back, in the store's words, with what the caller may be offered instead. */
export function returnRefusal(no: NotReturnable, telling: RefusalTelling): Refusal {
  const { order, profile, isAmongSeveral = false } = telling;
  const about =
    isAmongSeveral && no.line !== undefined && order.status !== 'cancelled'
      ? [sayPhrase(profile, profile.return_phrases.not_with_the_rest, { item: no.line.name })]
      : [];
  const offers = offersFor(no, order);
  return {
    verdict: 'refused',
    reason: no.reason,
    say: [...about, wordsFor(no, telling)].join(' '),
    ...(offers.length === 0 ? {} : { offers }),
    ...(no.open === undefined ? {} : { rma: no.open.rma }),
  };
}

function wordsFor(no: NotReturnable, telling: RefusalTelling): string {
  const { order, profile } = telling;
  return sayPhrase(profile, templateFor(no, telling), {
    item: no.line?.name,
    rma: no.open?.rma,
    left: no.left?.toString(),
    return_days: no.window?.days.toString(),
    order_number: order.orderNumber,
    cancelled_on: writtenMoment(order.cancelledAt, telling),
  });
}

function templateFor(no: NotReturnable, { order, profile }: RefusalTelling): string {
  const { return_phrases: phrases, change_phrases: changes } = profile;
  switch (no.reason) {
    case 'no_such_line':
    case 'not_shipped_yet':
    case 'already_returned':
    case 'final_sale':
    case 'gift_card':
    case 'personalised':
      return phrases[no.reason];
    case 'already_cancelled':
      return order.status === 'cancelled' ? changes.already_cancelled : phrases.item_cancelled;
    case 'not_delivered_yet':
      return order.status === 'returned_to_sender' ? changes.returned_to_sender : phrases.not_delivered_yet;
    case 'already_open':
      return no.open?.kind === 'exchange' ? phrases.exchange_open : phrases.already_open;
    case 'already_claimed':
      return phrases.already_refunded;
    case 'quantity_unavailable':
      return phrases.only_some_left;
    case 'window_passed':
      return changes.return_window_passed;
    case 'facts_unknown':
      return changes.facts_unknown;
  }
}

function offersFor({ reason, open, isExceptionOffered = false }: NotReturnable, { status }: Order): Offer[] {
  switch (reason) {
    case 'not_shipped_yet':
      return ['cancellation'];
    case 'not_delivered_yet':
      return [status === 'returned_to_sender' ? 'reship' : 'wait'];
    case 'already_open':
      return open?.kind === 'exchange' ? ['label_again', 'return'] : ['label_again'];
    case 'quantity_unavailable':
      return ['return'];
    case 'window_passed':
      return isExceptionOffered ? ['claim', 'escalation'] : ['claim'];
    case 'final_sale':
    case 'gift_card':
    case 'personalised':
      return ['claim'];
    case 'facts_unknown':
      return ['escalation'];
    case 'no_such_line':
    case 'already_cancelled':
    case 'already_returned':
    case 'already_claimed':
      return [];
  }
}
