import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { Effect } from '@orderline/contract/store-change.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { refundTold } from '../messages/refund-told.ts';
import type { OrderLine, Variant } from '../orders/order.ts';
import { joined } from '../orders/parcel-facts.ts';
import { writtenPrice } from '../orders/written-price.ts';
import { chooseVariant, choicesFor, type ChoiceVerdict } from '../policy/exchange-rule.ts';
import { refundOfAmount } from '../policy/refund.ts';
import { addDays, dayIn, writtenDay } from '../policy/store-calendar.ts';
import { createReturn } from '../returns/create-return.ts';
import { labelSends, labelSentSentence } from '../returns/label-sending.ts';
import { refuseReturn } from '../returns/refuse-return.ts';
import { nextRma } from '../returns/returns-table.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { CarriedOut, ChangeRule, Proposed, Refusal } from './change-kind.ts';
import { namedUnits, refundConsequence, writtenUnits } from './change-wording.ts';
import { writtenChoices } from './written-choices.ts';

type Exchange = RequestOf<'exchange'>;

/** One line's items, and what is sent for them. */
interface Swap {
  readonly line: OrderLine;
  readonly quantity: number;
  readonly variant: Variant;
  readonly cheaperByCents: number;
}

/** Items for another size or colour of the same (seed, "Exchanges"): set aside at once, sent when the old ones came. */
export const exchange: ChangeRule<Exchange> = {
  judge(request, facts) {
    const refusal = refuseReturn(request, facts);
    if (refusal !== undefined) return refusal;
    const swaps: Swap[] = [];
    for (const { line: number, quantity, variant: wanted } of request.lines) {
      const line = facts.order.lines.find((of) => of.line === number);
      if (line === undefined) throw new Error('A line that may be returned is one of the order');
      const verdict = chooseVariant({
        order: facts.order,
        line,
        quantity,
        wanted,
        variants: leftBeside(swaps, facts.variants.get(number)),
        axes: facts.profile.exchanges.axes,
        isPriceWaived: facts.waived.has('price'),
      });
      if (verdict.is !== 'chosen') return refuse(verdict, line, facts);
      swaps.push({ line, quantity, variant: verdict.variant, cheaperByCents: verdict.cheaperByCents });
    }
    return propose(swaps, facts);
  },

  reserveRma: nextRma,

  async record(context, transaction, change) {
    const { changeId, request, order, proposed, origin, at } = change;
    const { rma, shipBy } = agreedExchange(change);
    const profile = context.profile();
    const { lines, stock, refund } = proposed.consequences;
    // The stock that is set aside stands in the order of the lines.
    const swaps = lines.map(({ line, quantity }, index) => ({ line, quantity, replacement: stock[index] }));
    const replacements = stock.map(({ name, quantity }) => ({ name, quantity }));
    const { labelUrl } = await createReturn(context, transaction, {
      rma,
      kind: 'exchange',
      changeId,
      callId: origin.callId,
      order,
      reason: request.reason,
      reasonWords: request.reason_words,
      lines: swaps.map(({ line, quantity, replacement }) => ({
        line,
        quantity,
        ...(replacement === undefined
          ? {}
          : {
              exchange: {
                sku: replacement.sku,
                name: replacement.name,
                cheaperByCents: replacement.cheaper_by_cents ?? 0,
              },
            }),
      })),
      shipBy,
      at,
    });
    const told = await notifyCustomer(context, transaction, {
      notice: {
        kind: 'exchange_created',
        rma,
        items: lines,
        replacements,
        shipBy,
        labelUrl,
        refund: refundTold(order, refund),
      },
      order,
      callId: origin.callId,
      key: `${changeId} exchange_created`,
      via: 'text_and_email',
    });
    await announceOutcome(context, transaction, {
      event: 'exchange.requested',
      id: changeId,
      data: {
        order_number: order.orderNumber,
        rma,
        lines,
        reason: request.reason,
        ship_by: shipBy,
        replacements: swaps.flatMap(({ line, quantity, replacement }) =>
          replacement === undefined ? [] : [{ line, quantity, sku: replacement.sku, name: replacement.name }],
        ),
      },
    });
    return {
      say: sayPhrase(profile, profile.exchange_phrases.created, {
        rma,
        label_sent: labelSentSentence(profile, told),
        ship_by: writtenDay(shipBy, dayIn(profile.time_zone, at)),
        replacements: writtenItems(replacements),
      }),
    };
  },
};

/** What the lines before have not taken: the last unit goes to one of them. */
const leftBeside = (swaps: readonly Swap[], variants: readonly Variant[] | undefined) =>
  variants?.map((variant) => {
    const taken = swaps
      .filter((swap) => swap.variant.sku === variant.sku)
      .reduce((sum, swap) => sum + swap.quantity, 0);
    return { ...variant, available: variant.available - taken };
  });

function propose(swaps: readonly Swap[], { order, profile, reach, now }: ChangeFacts): Proposed {
  const units = swaps.map(({ line, quantity }) => ({ line: line.line, quantity }));
  const cheaperByCents = swaps.reduce((sum, swap) => sum + swap.cheaperByCents * swap.quantity, 0);
  const refund = cheaperByCents > 0 ? refundOfAmount(order, cheaperByCents) : undefined;
  const phrases = profile.exchange_phrases;
  const byText = reach.hasEmail ? phrases.confirm : phrases.confirm_by_text;
  return {
    verdict: 'proposed',
    effects: swaps.flatMap(({ line: { line }, quantity, variant: { sku } }): Effect[] => [
      { effect: 'request_return', line, quantity },
      { effect: 'reserve_stock', sku, quantity },
    ]),
    consequences: {
      lines: namedUnits(order, units),
      ...(refund === undefined ? {} : { refund: refundConsequence(refund, 'on_receipt', profile) }),
      fee_cents: 0,
      stock: swaps.map(({ variant: { sku, name }, quantity, cheaperByCents: cheaper_by_cents }) => ({
        sku,
        name,
        quantity,
        move: 'reserved',
        cheaper_by_cents,
      })),
      sends: labelSends(reach),
      ship_by: addDays(dayIn(profile.time_zone, now), profile.returns.label_days),
    },
    say: sayPhrase(profile, reach.texting === 'never' ? phrases.confirm_by_email : byText, {
      items: writtenUnits(order, units),
      replacements: writtenItems(swaps.map(({ variant, quantity }) => ({ name: variant.name, quantity }))),
      label_days: profile.returns.label_days.toString(),
      refund_amount: refund === undefined ? undefined : writtenPrice(refund.amount_cents, order.currency),
    }),
  };
}

function refuse(
  verdict: Exclude<ChoiceVerdict, { is: 'chosen' }>,
  line: OrderLine,
  { order, profile, variants }: ChangeFacts,
): Refusal {
  const phrases = profile.exchange_phrases;
  const choices = choicesFor(line, variants.get(line.line) ?? [], profile.exchanges.axes);
  const refusal = (template: string, offers: Refusal['offers'], facts = {}): Refusal => ({
    verdict: 'refused',
    reason: verdict.is,
    say: sayPhrase(profile, template, { item: line.name, choices: writtenChoices(choices, line), ...facts }),
    ...(offers === undefined ? {} : { offers }),
  });
  switch (verdict.is) {
    case 'facts_unknown':
      return refusal(profile.change_phrases.facts_unknown, ['return', 'escalation']);
    case 'same_variant':
      return refusal(phrases.same_variant, ['claim', 'other_variant']);
    case 'no_such_variant':
      return choices.length > 0
        ? refusal(phrases.no_such_variant, ['other_variant', 'return'])
        : refusal(phrases.no_options, ['return']);
    case 'out_of_stock': {
      const replacements = verdict.variant.name;
      return choices.length > 0
        ? refusal(phrases.out_of_stock, ['other_variant', 'return'], { replacements })
        : refusal(phrases.all_out_of_stock, ['return'], { replacements });
    }
    case 'dearer':
      return refusal(phrases.dearer, ['escalation', 'other_variant', 'return'], {
        replacements: verdict.variant.name,
        price_difference: writtenPrice(verdict.variant.priceCents - line.unitPriceCents, order.currency),
      });
  }
}

const writtenItems = (items: readonly { name: string; quantity: number }[]): string =>
  joined(items.map(({ name, quantity }) => `${quantity} x ${name}`));

function agreedExchange({ rma, proposed }: CarriedOut<Exchange>): { rma: string; shipBy: string } {
  const { ship_by } = proposed.consequences;
  if (rma === undefined || ship_by === undefined) throw new Error('An exchange has an RMA and a last day to ship');
  return { rma, shipBy: ship_by };
}
