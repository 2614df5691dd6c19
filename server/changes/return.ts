import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { Effect } from '@orderline/contract/store-change.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { refundTold } from '../messages/refund-told.ts';
import { joined } from '../orders/parcel-facts.ts';
import { addDays, dayIn, writtenDay, type Day } from '../policy/store-calendar.ts';
import { createReturn } from '../returns/create-return.ts';
import { expectedRefund } from '../returns/expected-refund.ts';
import { labelSends, labelSentSentence } from '../returns/label-sending.ts';
import { refuseReturn } from '../returns/refuse-return.ts';
import { isOpen, type ReturnRecord } from '../returns/return-record.ts';
import { findReturn, nextRma } from '../returns/returns-table.ts';
import { closeWithdrawn, reservedFor, withdrawalEffects } from '../returns/withdrawal.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { CarriedOut, ChangeRule, Judgement, Proposed, Refusal } from './change-kind.ts';
import { namedUnits, refundConsequence } from './change-wording.ts';

type Return = RequestOf<'return'>;

/** Items go back with a label that is sent at once, and their price once they have come (seed, "Returns and Exchanges"). */
export const returnOfItems: ChangeRule<Return> = {
  judge({ lines, condition, instead_of }, facts): Judgement {
    const insteadOf = facts.returns.find((record) => record.rma === instead_of);
    if (instead_of !== undefined && (insteadOf?.kind !== 'exchange' || !isOpen(insteadOf))) {
      return noSuchExchange(facts);
    }
    return refuseReturn({ lines, condition, insteadOf }, facts) ?? propose(lines, insteadOf, facts);
  },

  reserveRma: nextRma,

  async record(context, transaction, change) {
    const { changeId, request, order, proposed, origin, at } = change;
    const { rma, shipBy } = agreedReturn(change);
    const profile = context.profile();
    const { lines, refund } = proposed.consequences;
    const replaced = request.instead_of === undefined ? undefined : await findReturn(transaction, request.instead_of);
    if (replaced !== undefined) await closeWithdrawn(context, transaction, { record: replaced, as: 'cancelled' });

    const { labelUrl } = await createReturn(context, transaction, {
      rma,
      kind: 'return',
      changeId,
      callId: origin.callId,
      order,
      reason: request.reason,
      reasonWords: request.reason_words,
      lines,
      shipBy,
      at,
    });
    const told = await notifyCustomer(context, transaction, {
      notice: {
        kind: 'return_created',
        rma,
        items: lines,
        shipBy,
        labelUrl,
        refund: refundTold(order, refund),
      },
      order,
      callId: origin.callId,
      key: `${changeId} return_created`,
      via: 'text_and_email',
    });
    await announceOutcome(context, transaction, {
      event: 'return.requested',
      id: changeId,
      data: { order_number: order.orderNumber, rma, lines, reason: request.reason, ship_by: shipBy },
    });
    return {
      say: sayPhrase(profile, profile.return_phrases.created, {
        rma,
        label_sent: labelSentSentence(profile, told),
        ship_by: writtenDay(shipBy, dayIn(profile.time_zone, at)),
        refund_business_days: refundBusinessDays(profile),
      }),
    };
  },
};

function propose(lines: Return['lines'], insteadOf: ReturnRecord | undefined, facts: ChangeFacts): Proposed {
  const { order, profile, reach, returns, now } = facts;
  const others = returns.filter(({ rma }) => rma !== insteadOf?.rma);
  const refund = expectedRefund(order, lines, others);
  return {
    verdict: 'proposed',
    effects: [
      ...(insteadOf === undefined ? [] : withdrawalEffects(insteadOf)),
      ...lines.map(({ line, quantity }): Effect => ({ effect: 'request_return', line, quantity })),
    ],
    consequences: {
      lines: namedUnits(order, lines),
      refund: refundConsequence(refund, 'on_receipt', profile),
      fee_cents: 0,
      stock: insteadOf === undefined ? [] : reservedFor(insteadOf).map((stock) => ({ ...stock, move: 'back' })),
      sends: labelSends(reach),
      ship_by: addDays(dayIn(profile.time_zone, now), profile.returns.label_days),
    },
    say: readBack(insteadOf, facts),
  };
}

/** In the seed's words where the label goes out by text and e-mail, and honestly where it does not. */
function readBack(insteadOf: ReturnRecord | undefined, { profile, reach }: ChangeFacts): string {
  const { change_phrases, return_phrases } = profile;
  const byText = reach.hasEmail ? change_phrases.confirm_return : return_phrases.confirm_by_text;
  const confirm = sayPhrase(profile, reach.texting === 'never' ? return_phrases.confirm_by_email : byText, {
    label_days: profile.returns.label_days.toString(),
    refund_business_days: refundBusinessDays(profile),
  });
  if (insteadOf === undefined) return confirm;
  const items = joined(reservedFor(insteadOf).map(({ name, quantity }) => `${quantity} x ${name}`));
  return `${sayPhrase(profile, return_phrases.instead_of_exchange, { items })} ${confirm}`;
}

function noSuchExchange({ profile }: ChangeFacts): Refusal {
  const say = sayPhrase(profile, profile.return_phrases.no_such_exchange);
  return { verdict: 'refused', reason: 'nothing_to_change', say };
}

function agreedReturn({ rma, proposed }: CarriedOut<Return>): { rma: string; shipBy: Day } {
  const { ship_by } = proposed.consequences;
  if (rma === undefined || ship_by === undefined) throw new Error('A return has an RMA and a last day to ship');
  return { rma, shipBy: ship_by };
}

const refundBusinessDays = ({ returns }: StoreProfile) =>
  `${returns.refund_business_days.from} to ${returns.refund_business_days.to}`;
