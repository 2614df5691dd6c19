import type { ReturnsResponse, ReturnView } from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import { countedOrder } from '../changes/counted-order.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import type { Order } from '../orders/order.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { expectedRefund } from './expected-refund.ts';
import { returnFacts } from './return-facts.ts';
import { returnSentence } from './return-sentence.ts';
import { isOpen, type ReturnRecord } from './return-record.ts';
import { findReturns } from './returns-table.ts';
import { outstandingUnits } from './withdrawal.ts';

/** "Where is my refund?": every return of a proved order. Throws 404 `not_found`, 503 `unavailable`. */
export async function listReturns(
  context: AppContext,
  asked: { callId: string; orderNumber: string },
): Promise<ReturnsResponse> {
  const verified = await verifiedOrder(context, asked);
  const order = await countedOrder(context, context.database, verified.order);
  const profile = context.profile();
  const records = await findReturns(context.database, order.orderNumber);
  const returns = records.map((record, index) =>
    viewOf(record, { order, profile, now: context.clock(), before: records.slice(0, index) }),
  );
  const say =
    returns.length === 0 ? sayPhrase(profile, profile.return_phrases.none_yet) : returns.map((of) => of.say).join(' ');
  return { order_number: order.orderNumber, say, returns };
}

interface Viewed {
  readonly order: Order;
  readonly profile: StoreProfile;
  readonly now: Date;
  readonly before: readonly ReturnRecord[];
}

function viewOf(record: ReturnRecord, { order, profile, now, before }: Viewed): ReturnView {
  const awaitedCents = isOpen(record) ? awaitedOf(record, order, before) : 0;
  return {
    ...returnFacts(record, profile.time_zone),
    ...(awaitedCents > 0 ? { awaited_refund_cents: awaitedCents } : {}),
    say: returnSentence(record, { order, profile, now, awaitedCents }),
  };
}

const awaitedOf = (record: ReturnRecord, order: Order, before: readonly ReturnRecord[]): number =>
  record.kind === 'return'
    ? expectedRefund(order, outstandingUnits(record), before).amount_cents
    : record.lines.reduce((sum, of) => sum + of.cheaperByCents * (of.quantity - of.received), 0);
