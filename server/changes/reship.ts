import type { PostalAddress } from '@orderline/contract/address.ts';
import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { Effect } from '@orderline/contract/store-change.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { writtenMoment } from '../orders/parcel-facts.ts';
import { insertReshippedParcels } from '../orders/reshipped-parcels-table.ts';
import { parcelKey } from '../policy/parcel-key.ts';
import { unitsThatCameBack, type CameBack } from '../policy/reship-rule.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { CarriedOut, ChangeRule, Judgement, Refusal } from './change-kind.ts';
import { confirmationBy, namedUnits, sentSentence, writtenUnits } from './change-wording.ts';
import { newAddress } from './new-address.ts';

type Reship = RequestOf<'reship'>;

/**
 * What could not be delivered and came back is sent again, once the address was checked (seed, "If it gets returned to us,
 * we can reship it to the correct address"): the one on the order, when the caller confirms it, or a new one.
 */
export const reship: ChangeRule<Reship> = {
  judge({ address }, facts): Judgement {
    const back = unitsThatCameBack(facts.order, facts.reshippedParcels);
    if (back.is !== 'back') return refuse(back, facts);
    const { shipTo } = facts.order;
    if (address === undefined) {
      return shipTo === undefined ? refuse({ is: 'facts_unknown' }, facts) : propose(back, { facts, area: shipTo });
    }
    const checked = newAddress(address, facts);
    if (checked.verdict === 'refused') return checked;
    return propose(back, { facts, area: checked.address, address: checked.address });
  },

  async record(context, transaction, change) {
    const { order, proposed, changeId, origin, at } = change;
    const { lines } = proposed.consequences;
    const area = areaOf(change);
    const profile = context.profile();
    const back = order.parcels.filter(({ status }) => status === 'returned_to_sender');
    await insertReshippedParcels(
      transaction,
      back.map((parcel) => ({
        order_number: order.orderNumber,
        parcel_key: parcelKey(parcel),
        change_id: changeId,
        reshipped_at: at,
      })),
    );
    const sent = await notifyCustomer(context, transaction, {
      notice: { kind: 'reshipped', items: lines.map(({ name, quantity }) => ({ name, quantity })), ...area },
      order,
      callId: origin.callId,
      key: `${changeId} reshipped`,
      // A new address is confirmed to both contacts on file, as a change of address is.
      via: proposed.consequences.address === undefined ? 'text_else_email' : 'text_and_email',
    });
    await announceOutcome(context, transaction, {
      event: 'order.reshipped',
      id: changeId,
      data: { order_number: order.orderNumber, lines },
    });
    return {
      say: sayPhrase(profile, profile.reship_phrases.done, {
        order_number: order.orderNumber,
        items: writtenUnits(order, lines),
        ...area,
        sent: sentSentence(profile, sent),
      }),
    };
  },
};

type Area = Pick<PostalAddress, 'city' | 'zip'>;

function propose(
  { units }: Extract<CameBack, { is: 'back' }>,
  { facts, area, address }: { facts: ChangeFacts; area: Area; address?: PostalAddress },
): Judgement {
  const { order, profile, reach } = facts;
  const { confirm, confirm_new_address } = profile.reship_phrases;
  const lines = namedUnits(order, units);
  return {
    verdict: 'proposed',
    effects: [
      ...(address === undefined ? [] : [{ effect: 'change_address', address } as const]),
      ...units.map(({ line, quantity, sku }): Effect => ({
        effect: 'send_units',
        line,
        quantity,
        sku,
        is_reserved: false,
        came_back: true,
        shipping: 'standard',
      })),
    ],
    consequences: {
      lines,
      fee_cents: 0,
      stock: [],
      sends: [...confirmationBy(reach), { what: 'replacement', by: 'standard' }],
      ...(address === undefined ? {} : { address }),
    },
    say: sayPhrase(profile, address === undefined ? confirm : confirm_new_address, {
      order_number: order.orderNumber,
      items: writtenUnits(order, units),
      city: area.city,
      zip: area.zip,
    }),
  };
}

/** The city and zip alone: more of an address is said only when asked for. */
function areaOf({ order, proposed }: CarriedOut<Reship>): Area {
  const area = proposed.consequences.address ?? order.shipTo;
  if (area === undefined) throw new Error('What is sent again goes somewhere');
  return { city: area.city, zip: area.zip };
}

function refuse({ is }: Exclude<CameBack, { is: 'back' }>, facts: ChangeFacts): Refusal {
  const { order, profile } = facts;
  const { change_phrases: changes, reship_phrases: phrases } = profile;
  switch (is) {
    case 'already_cancelled': {
      const cancelled_on = writtenMoment(order.cancelledAt, facts);
      const say = sayPhrase(profile, changes.already_cancelled, { order_number: order.orderNumber, cancelled_on });
      return { verdict: 'refused', reason: is, say };
    }
    case 'nothing_came_back':
      return { verdict: 'refused', reason: 'nothing_to_change', say: sayPhrase(profile, phrases.nothing_came_back) };
    case 'sent_already':
      return { verdict: 'refused', reason: 'nothing_to_change', say: sayPhrase(profile, phrases.sent_already) };
    case 'already_claimed':
      return { verdict: 'refused', reason: is, say: sayPhrase(profile, phrases.settled_already) };
    case 'facts_unknown':
      return { verdict: 'refused', reason: is, say: sayPhrase(profile, changes.facts_unknown), offers: ['escalation'] };
  }
}
