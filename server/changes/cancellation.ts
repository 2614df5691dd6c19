import type { RequestOf } from '@orderline/contract/proposal.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { refundTold } from '../messages/refund-told.ts';
import { writtenMoment } from '../orders/parcel-facts.ts';
import { judgeCancellation, type CancellationVerdict } from '../policy/cancellation-rule.ts';
import { refundOf } from '../policy/refund.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { CarriedOut, ChangeRule, Judgement, Refusal } from './change-kind.ts';
import {
  confirmationBy,
  namedUnits,
  refundConsequence,
  refundFacts,
  sentSentence,
  writtenUnits,
} from './change-wording.ts';

type Cancellation = RequestOf<'cancellation'>;

/** What has not shipped is not sent; its price goes back at once, and with the whole order what shipping cost. */
export const cancellation: ChangeRule<Cancellation> = {
  judge({ lines: wanted }, facts) {
    const verdict = judgeCancellation(facts.order, wanted);
    return verdict.is === 'possible' ? propose(verdict, facts) : refuse(verdict.reason, facts);
  },

  async record(context, transaction, change) {
    const { order, proposed, changeId, origin } = change;
    const profile = context.profile();
    const { lines } = proposed.consequences;
    const isWhole = isWholeOrder(change);
    const refund = refundIn(change);
    const sent = await notifyCustomer(context, transaction, {
      notice: {
        kind: 'cancellation_confirmed',
        isWhole,
        items: lines,
        refund: refundTold(order, refund),
      },
      order,
      callId: origin.callId,
      key: `${changeId} cancellation_confirmed`,
      via: 'text_else_email',
    });
    await announceOutcome(context, transaction, {
      event: 'order.cancelled',
      id: changeId,
      data: {
        order_number: order.orderNumber,
        is_whole: isWhole,
        lines,
        ...(change.request.reason === undefined ? {} : { reason: change.request.reason }),
        refund: { amount_cents: refund.amount_cents, currency: order.currency },
      },
    });
    const { cancellation_done, cancellation_of_items_done } = profile.change_phrases;
    return {
      say: sayPhrase(profile, isWhole ? cancellation_done : cancellation_of_items_done, {
        order_number: order.orderNumber,
        items: writtenUnits(order, lines),
        ...refundFacts(order, refund, profile),
        sent: sentSentence(profile, sent),
      }),
    };
  },
};

function propose(
  { scope, lines }: Extract<CancellationVerdict, { is: 'possible' }>,
  { order, profile, reach }: ChangeFacts,
): Judgement {
  const refund = refundOf(order, lines, scope === 'all' ? 'whole' : 'none');
  const phrases = profile.change_phrases;
  const template = {
    all: phrases.confirm_cancellation,
    rest: phrases.confirm_cancellation_of_rest,
    items: phrases.confirm_cancellation_of_items,
  }[scope];
  return {
    verdict: 'proposed',
    effects: [...lines.map(({ line, quantity }) => ({ effect: 'cancel_units', line, quantity }) as const), refund],
    consequences: {
      lines: namedUnits(order, lines),
      refund: refundConsequence(refund, 'at_once', profile),
      fee_cents: 0,
      stock: lines.flatMap(({ line, quantity }) => {
        const of = order.lines.find((candidate) => candidate.line === line);
        return of?.sku === undefined ? [] : [{ sku: of.sku, name: of.name, quantity, move: 'back' as const }];
      }),
      sends: confirmationBy(reach),
    },
    say: sayPhrase(profile, template, {
      order_number: order.orderNumber,
      items: writtenUnits(order, lines),
      ...refundFacts(order, refund, profile),
    }),
  };
}

function refuse(reason: Extract<CancellationVerdict, { is: 'impossible' }>['reason'], facts: ChangeFacts): Refusal {
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
      const hasCome = order.status === 'delivered';
      const template = hasCome ? phrases.cancellation_already_delivered : phrases.cancellation_already_shipped;
      return { verdict: 'refused', reason, say: say(template), offers: hasCome ? ['return'] : ['wait', 'return'] };
    }
    case 'already_returned':
    case 'no_such_line':
    case 'quantity_unavailable':
      return { verdict: 'refused', reason, say: say(phrases.nothing_left_to_cancel) };
  }
}

const isWholeOrder = ({ order, proposed }: CarriedOut<Cancellation>) =>
  order.lines.every(({ line, quantity, counts }) => {
    const cancelled = proposed.consequences.lines.find((of) => of.line === line)?.quantity ?? 0;
    return counts.shipped === 0 && counts.cancelled + cancelled === quantity;
  });

function refundIn({ proposed }: CarriedOut<Cancellation>) {
  const refund = proposed.effects.find((effect) => effect.effect === 'refund');
  if (refund === undefined) throw new Error('A cancellation has a refund');
  return refund;
}
