import type { ReturnableResponse } from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import { countedOrder } from '../changes/counted-order.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { writtenMoment } from '../orders/parcel-facts.ts';
import { returnable, type ReturnableUnits, type ReturnFacts } from '../policy/returnable-rule.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { returnRefusal } from './return-refusal.ts';
import { findReturns } from './returns-table.ts';

type ReturnableLine = ReturnableResponse['lines'][number];

/** What of a proved order may be returned today, line by line, or why not. Throws 404 `not_found`, 503 `unavailable`. */
export async function listReturnable(
  context: AppContext,
  asked: { callId: string; orderNumber: string },
): Promise<ReturnableResponse> {
  const verified = await verifiedOrder(context, asked);
  const order = await countedOrder(context, context.database, verified.order);
  const facts: ReturnFacts = {
    order,
    profile: context.profile(),
    now: context.clock(),
    returns: await findReturns(context.database, order.orderNumber),
    waived: new Set(),
  };
  return { order_number: order.orderNumber, lines: order.lines.map((line) => lineOf(line, facts)) };
}

function lineOf({ line, name, quantity }: ReturnFacts['order']['lines'][number], facts: ReturnFacts): ReturnableLine {
  const judged = returnable({ line, quantity: 1 }, facts);
  if (judged.verdict === 'returnable') return { line, name, quantity, ...possible(name, judged, facts) };
  const { reason, say, offers, rma } = returnRefusal(judged, facts);
  return {
    line,
    name,
    quantity,
    returnable: 0,
    reason,
    ...(offers === undefined ? {} : { offers: [...offers] }),
    ...(rma === undefined ? {} : { rma }),
    say,
  };
}

function possible(name: string, { units }: ReturnableUnits, { profile, now }: ReturnFacts) {
  const count = units.reduce((sum, of) => sum + of.quantity, 0);
  const until = units
    .map((of) => of.until)
    .reduce((first, day) => (day !== undefined && day < (first ?? day) ? day : first));
  return {
    returnable: count,
    ...(until === undefined ? {} : { until }),
    say: sayPhrase(profile, profile.return_phrases.may_be_returned, {
      item: name,
      left: count.toString(),
      until: writtenMoment(until, { profile, now }),
    }),
  };
}
