import type { ExchangeOptions } from '@orderline/contract/exchange.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { fromStore } from '../identity/ask-store.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { choicesFor, optionsFor, priceDifferenceCents } from '../policy/exchange-rule.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { writtenChoices } from './written-choices.ts';

export interface LineAsked {
  readonly callId: string;
  readonly orderNumber: string;
  readonly line: number;
}

/**
 * What a line of a proved order may be exchanged for. Whether it may be sent back at all is judged when the exchange is
 * proposed. Throws 404 `not_found` for an order that was not proved and for a line that it does not have; 422 `refused`
 * with `facts_unknown` where the store does not tell its variants.
 */
export async function exchangeOptionsOf(
  context: AppContext,
  { callId, orderNumber, line: number }: LineAsked,
): Promise<ExchangeOptions> {
  const { order } = await verifiedOrder(context, { callId, orderNumber });
  const line = order.lines.find((of) => of.line === number);
  if (line === undefined) throw problem('not_found', { detail: 'This order has no such line' });
  const variants = (await fromStore(context, () => context.store.variantsOf(context.database, order, [number]))).get(
    number,
  );
  const profile = context.profile();
  if (variants === undefined) {
    throw problem('refused', {
      reason: 'facts_unknown',
      say: sayPhrase(profile, profile.change_phrases.facts_unknown),
      offers: ['return', 'escalation'],
    });
  }
  const { axes } = profile.exchanges;
  const choices = choicesFor(line, variants, axes);
  const { options, no_options } = profile.exchange_phrases;
  return {
    line: number,
    name: line.name,
    variant: { ...line.variant },
    axes,
    options: optionsFor(line, variants, axes).map((variant) => ({
      sku: variant.sku,
      name: variant.name,
      variant: { ...variant.options },
      is_in_stock: variant.available > 0,
      price_difference_cents: priceDifferenceCents(order, line, variant),
    })),
    say: sayPhrase(profile, choices.length > 0 ? options : no_options, {
      item: line.name,
      choices: writtenChoices(choices, line),
    }),
  };
}
