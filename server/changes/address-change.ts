import type { PostalAddress } from '@orderline/contract/address.ts';
import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { RefusalReason } from '@orderline/contract/refusal.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { writtenMoment } from '../orders/parcel-facts.ts';
import { writtenAddress } from '../orders/written-address.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { ChangeRule, Judgement, Refusal } from './change-kind.ts';
import { sentSentence } from './change-wording.ts';
import { newAddress } from './new-address.ts';

type AddressChange = RequestOf<'address_change'>;

/**
 * Where an order goes, while nothing of it has shipped (seed, "Address change"); within its country (DESIGN §6), and
 * confirmed to both contacts on file, so that nobody can send someone's order elsewhere unnoticed.
 */
export const addressChange: ChangeRule<AddressChange> = {
  judge({ address }, facts) {
    const stage = stageOf(facts);
    if (stage !== 'preparing') return refuse(stage, facts);
    const checked = newAddress(address, facts);
    return checked.verdict === 'deliverable' ? propose(checked.address, facts) : checked;
  },

  async record(context, transaction, { order, proposed, changeId, origin }) {
    const address = proposed.consequences.address;
    if (address === undefined) throw new Error('A new address has no address');
    const profile = context.profile();
    const sent = await notifyCustomer(context, transaction, {
      notice: { kind: 'address_changed', city: address.city, zip: address.zip, address: writtenAddress(address) },
      order,
      callId: origin.callId,
      key: `${changeId} address_changed`,
      via: 'text_and_email',
    });
    await announceOutcome(context, transaction, {
      event: 'address.changed',
      id: changeId,
      data: { order_number: order.orderNumber },
    });
    return {
      say: sayPhrase(profile, profile.change_phrases.address_done, {
        ...areaFacts(order.orderNumber, address),
        sent: sentSentence(profile, sent),
      }),
    };
  },
};

function propose(address: PostalAddress, { order, profile, reach }: ChangeFacts): Judgement {
  return {
    verdict: 'proposed',
    effects: [{ effect: 'change_address', address }],
    consequences: {
      lines: [],
      fee_cents: 0,
      stock: [],
      sends: [
        ...(reach.texting === 'never' ? [] : [{ what: 'confirmation', by: 'sms' } as const]),
        ...(reach.hasEmail ? [{ what: 'confirmation', by: 'email' } as const] : []),
      ],
      address,
    },
    say: sayPhrase(profile, profile.change_phrases.confirm_address, areaFacts(order.orderNumber, address)),
  };
}

/** Never more of an address than its city and zip, unless asked (seed, "What You Can Share"). */
const areaFacts = (order_number: string, { city, zip }: PostalAddress) => ({ order_number, city, zip });

type Impossible = Extract<RefusalReason, 'already_cancelled' | 'already_shipped'>;

function refuse(reason: Impossible, facts: ChangeFacts): Refusal {
  const { order, profile } = facts;
  const phrases = profile.change_phrases;
  const say = (template: string) =>
    sayPhrase(profile, template, {
      order_number: order.orderNumber,
      cancelled_on: writtenMoment(order.cancelledAt, facts),
    });
  switch (reason) {
    case 'already_cancelled':
      return { verdict: 'refused', reason, say: say(phrases.already_cancelled) };
    case 'already_shipped': {
      const isComingBack = order.status === 'returned_to_sender';
      return isComingBack
        ? { verdict: 'refused', reason, say: say(phrases.returned_to_sender), offers: ['reship'] }
        : { verdict: 'refused', reason, say: say(phrases.address_already_shipped) };
    }
  }
}

function stageOf({ order: { status } }: ChangeFacts): 'preparing' | 'already_cancelled' | 'already_shipped' {
  switch (status) {
    case 'processing':
    case 'on_hold':
    case 'back_ordered':
      return 'preparing';
    case 'cancelled':
      return 'already_cancelled';
    case 'partially_shipped':
    case 'shipped':
    case 'out_for_delivery':
    case 'delivered':
    case 'returned_to_sender':
    case 'returned':
    case 'refunded':
      return 'already_shipped';
  }
}
