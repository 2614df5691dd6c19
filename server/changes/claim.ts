import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { Effect } from '@orderline/contract/store-change.ts';
import { insertClaim } from '../claims/claims-table.ts';
import { customerKey } from '../claims/customer-key.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { writtenMoment } from '../orders/parcel-facts.ts';
import { claimValueCents, judgeClaim, type ClaimVerdict } from '../policy/claim-rule.ts';
import { refundOf, type Refund } from '../policy/refund.ts';
import { isOpen } from '../returns/return-record.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { CarriedOut, ChangeRule, Proposed, Refusal } from './change-kind.ts';
import {
  confirmationBy,
  namedUnits,
  refundConsequence,
  refundFacts,
  sentSentence,
  writtenUnits,
} from './change-wording.ts';

type Claim = RequestOf<'claim'>;
type Allowed = Extract<ClaimVerdict, { is: 'allowed' }>;

/** What came damaged, defective, wrong or not at all: sent again or paid back at once, and nothing is sent back first. */
export const claim: ChangeRule<Claim> = {
  judge(request, facts) {
    const verdict = judgeClaim(request, facts);
    if (verdict.is === 'refused') return refuse(verdict, facts);
    return request.wish === 'replacement' ? proposeReplacement(request, verdict, facts) : proposeRefund(request, facts);
  },

  async record(context, transaction, change) {
    const { changeId, request, order, proposed, origin, at } = change;
    const { problem, wish, lines, reason_words = null } = request;
    const profile = context.profile();
    const items = proposed.consequences.lines;
    const refund = refundIn(change);
    await insertClaim(
      transaction,
      {
        claim_id: changeId,
        order_number: order.orderNumber,
        call_id: origin.callId ?? null,
        customer_key: customerKey(context.config.tokenSecret, order),
        problem,
        wish,
        reason_words,
        value_cents: claimValueCents(order, lines),
        claimed_at: at,
      },
      lines,
    );
    const told = await notifyCustomer(context, transaction, {
      notice: {
        kind: 'claim_settled',
        items,
        settled:
          refund === undefined
            ? { by: 'replacement', shipping: shippingIn(change) }
            : {
                by: 'refund',
                refund: { amountCents: refund.amount_cents, currency: order.currency, parts: refund.parts },
              },
      },
      order,
      callId: origin.callId,
      key: `${changeId} claim_settled`,
      via: 'text_else_email',
    });
    await announceOutcome(context, transaction, {
      event: 'claim.settled',
      id: changeId,
      data: {
        order_number: order.orderNumber,
        claim_id: changeId,
        lines: items,
        problem,
        settled_by: wish,
        ...(refund === undefined ? {} : { refund: { amount_cents: refund.amount_cents, currency: order.currency } }),
      },
    });
    const { replacement_sent, refund_made } = profile.claim_phrases;
    return {
      say: sayPhrase(profile, refund === undefined ? replacement_sent : refund_made, {
        items: writtenUnits(order, lines),
        shipping: refund === undefined && shippingIn(change) === 'express' ? 'express shipping' : undefined,
        ...(refund === undefined ? {} : refundFacts(order, refund, profile)),
        sent: sentSentence(profile, told),
      }),
    };
  },
};

function proposeReplacement(request: Claim, { shipping }: Allowed, { order, profile, reach }: ChangeFacts): Proposed {
  const { lines } = request;
  const items = namedUnits(order, lines);
  return {
    verdict: 'proposed',
    effects: [
      ...claimed(lines, order),
      ...items.flatMap(({ line, quantity, sku }): Effect[] =>
        sku === undefined ? [] : [{ effect: 'send_units', line, quantity, sku, is_reserved: false, shipping }],
      ),
    ],
    consequences: {
      lines: items,
      fee_cents: 0,
      stock: items.flatMap(({ sku, name, quantity }) =>
        sku === undefined ? [] : [{ sku, name, quantity, move: 'sent' as const }],
      ),
      sends: [{ what: 'replacement', by: shipping }, ...confirmationBy(reach)],
    },
    say: sayPhrase(profile, profile.claim_phrases.confirm_replacement, {
      items: writtenUnits(order, lines),
      shipping: shipping === 'express' ? 'express shipping' : undefined,
      nothing_back: nothingBack(request, profile),
    }),
  };
}

function proposeRefund(request: Claim, { order, profile, reach }: ChangeFacts): Proposed {
  const { lines } = request;
  const refund = refundOf(order, lines, 'share');
  return {
    verdict: 'proposed',
    effects: [...claimed(lines, order), refund],
    consequences: {
      lines: namedUnits(order, lines),
      refund: refundConsequence(refund, 'at_once', profile),
      fee_cents: 0,
      stock: [],
      sends: confirmationBy(reach),
    },
    say: sayPhrase(profile, profile.claim_phrases.confirm_refund, {
      items: writtenUnits(order, lines),
      ...refundFacts(order, refund, profile),
      nothing_back: nothingBack(request, profile),
    }),
  };
}

/** What never came cannot be sent back. */
const nothingBack = ({ problem }: Claim, profile: StoreProfile): string | undefined =>
  problem === 'missing' ? undefined : sayPhrase(profile, profile.claim_phrases.nothing_back);

/** A unit is counted once, also where a person has allowed a second claim on it. */
const claimed = (lines: Claim['lines'], order: ChangeFacts['order']): Effect[] =>
  lines.flatMap(({ line, quantity }) => {
    const of = order.lines.find((candidate) => candidate.line === line);
    const left = of === undefined ? 0 : Math.min(quantity, of.quantity - of.counts.claimed);
    return left > 0 ? [{ effect: 'claim_units' as const, line, quantity: left }] : [];
  });

const refundIn = ({ proposed }: CarriedOut<Claim>): Refund | undefined =>
  proposed.effects.find((effect) => effect.effect === 'refund');

const shippingIn = ({ proposed }: CarriedOut<Claim>): 'standard' | 'express' =>
  proposed.effects.find((effect) => effect.effect === 'send_units')?.shipping ?? 'standard';

function refuse({ reason, line }: Extract<ClaimVerdict, { is: 'refused' }>, facts: ChangeFacts): Refusal {
  const { profile, order } = facts;
  const phrases = profile.claim_phrases;
  const open = facts.returns.find((record) => isOpen(record) && record.lines.some((of) => of.line === line?.line));
  const refusal = (template: string, rest: Pick<Refusal, 'offers' | 'rma'> = {}): Refusal => ({
    verdict: 'refused',
    reason,
    say: sayPhrase(profile, template, {
      item: line?.name,
      rma: open?.rma,
      order_number: order.orderNumber,
      cancelled_on: writtenMoment(order.cancelledAt, facts),
    }),
    ...rest,
  });
  switch (reason) {
    case 'already_cancelled':
      return refusal(profile.change_phrases.already_cancelled);
    case 'not_shipped_yet':
      return refusal(phrases.not_shipped_yet, { offers: ['cancellation'] });
    case 'not_delivered_yet':
      return order.status === 'returned_to_sender'
        ? refusal(profile.change_phrases.returned_to_sender, { offers: ['reship'] })
        : refusal(phrases.not_delivered_yet, { offers: ['wait', 'investigation'] });
    case 'already_claimed':
    case 'already_returned':
    case 'claim_limit':
      return refusal(phrases[reason], { offers: ['escalation'] });
    case 'already_open':
      return refusal(phrases.already_open, {
        offers: ['label_again'],
        ...(open === undefined ? {} : { rma: open.rma }),
      });
    case 'out_of_stock':
      return refusal(phrases.out_of_stock, { offers: ['refund', 'wait', 'escalation'] });
    case 'facts_unknown':
      return line === undefined
        ? refusal(profile.change_phrases.facts_unknown, { offers: ['replacement', 'escalation'] })
        : refusal(phrases.replacement_unknown, { offers: ['refund', 'escalation'] });
    case 'no_such_line':
    case 'quantity_unavailable':
      return refusal(phrases[reason]);
  }
}
