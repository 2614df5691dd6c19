import type { Order } from '../orders/order.ts';
import { joined, writtenMoment } from '../orders/parcel-facts.ts';
import { writtenPrice } from '../orders/written-price.ts';
import { dayIn } from '../policy/store-calendar.ts';
import type { Facts } from '../store-profile/phrase-template.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { isOpen, type ReturnLine, type ReturnRecord } from './return-record.ts';
import { outstandingUnits, reservedFor } from './withdrawal.ts';

export interface ReturnTelling {
  readonly order: Order;
  readonly profile: StoreProfile;
  readonly now: Date;
  /** What goes back once the rest has come. */
  readonly awaitedCents: number;
}

/** Where a return is, and where its refund is: requested, received or refunded with amount, method and day. */
export function returnSentence(record: ReturnRecord, telling: ReturnTelling): string {
  const { profile } = telling;
  const phrases = profile.return_phrases;
  const facts = factsOf(record, telling);
  const say = (template: string, more: Facts = {}) => sayPhrase(profile, template, { ...facts, ...more });
  const isHeld = record.lines.some(({ held }) => held > 0);
  return [
    say(phrases[stagePhrase(record, telling)]),
    ...record.refunds.map(({ amountCents, parts, refundedAt }) =>
      say(phrases.refunded, {
        refund_amount: writtenPrice(amountCents, telling.order.currency),
        refund_method: joined([...new Set(parts.map(({ method }) => method))]),
        refunded_on: writtenMoment(refundedAt, telling),
      }),
    ),
    ...(isHeld ? [say(phrases.held)] : []),
  ].join(' ');
}

function stagePhrase({ state, kind, shipBy, lines }: ReturnRecord, { profile, now }: ReturnTelling) {
  switch (state) {
    case 'requested':
      if (kind === 'exchange') return 'awaited_exchange';
      return shipBy < dayIn(profile.time_zone, now) ? 'awaited_late' : 'awaited';
    case 'partially_received':
      return 'rest_awaited';
    case 'received':
      return kind === 'exchange' && lines.some(isReplaced) ? 'exchange_received' : 'received';
    case 'cancelled':
    case 'expired':
      return state;
  }
}

const isReplaced = ({ received, held, rejected, refunded }: ReturnLine) => received > held + rejected + refunded;

function factsOf(record: ReturnRecord, telling: ReturnTelling): Facts {
  const { profile, order, awaitedCents } = telling;
  const { from, to } = profile.returns.refund_business_days;
  const items = isOpen(record) ? outstandingUnits(record) : record.lines;
  return {
    rma: record.rma,
    items: writtenItems(items),
    replacements: reservedFor(record).length === 0 ? undefined : writtenItems(reservedFor(record)),
    ship_by: writtenMoment(record.shipBy, telling),
    received_on: writtenMoment(record.receivedAt, telling),
    refund_amount: awaitedCents > 0 ? writtenPrice(awaitedCents, order.currency) : undefined,
    refund_business_days: `${from} to ${to}`,
  };
}

/** "2 x Classic Tee - Navy, Size M and 1 x Canvas Tote". */
export const writtenItems = (items: readonly { name: string; quantity: number }[]): string =>
  joined(items.map(({ name, quantity }) => `${quantity} x ${name}`));
