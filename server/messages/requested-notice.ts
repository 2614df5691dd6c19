import type { MessageRequest } from '@orderline/contract/message.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import type { Order } from '../orders/order.ts';
import { trackingLink } from '../orders/tracking-link.ts';
import { dayIn, dayOf } from '../policy/store-calendar.ts';
import { labelLink } from '../returns/label-link.ts';
import { findReturns } from '../returns/returns-table.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { Notice } from './notice.ts';

/** What a caller asks to be sent, and what makes it once in a call. Throws 422 `refused` where there is nothing to send. */
export async function requestedNotice(
  context: AppContext,
  order: Order,
  kind: MessageRequest['kind'],
): Promise<{ notice: Notice; about: string }> {
  switch (kind) {
    case 'tracking_link':
      return { notice: trackingNotice(context, order), about: order.orderNumber };
    case 'receipt':
      return { notice: receiptNotice(context, order), about: order.orderNumber };
    case 'return_label': {
      const notice = await labelNotice(context, order);
      return { notice, about: `${order.orderNumber} ${notice.rma}` };
    }
  }
}

/** The parcels still on their way before those that have come. */
function trackingNotice({ profile }: AppContext, { orderNumber, parcels }: Order): Notice {
  const { message_phrases, tracking_page } = profile();
  const tracked = parcels
    .filter(({ trackingNumber }) => trackingNumber !== undefined)
    .toSorted((one, other) => Number(one.status === 'delivered') - Number(other.status === 'delivered'))
    .map((parcel) => ({
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      url: trackingLink(parcel, tracking_page),
      estimatedDelivery: parcel.status === 'delivered' ? undefined : parcel.estimatedDelivery,
    }));
  if (tracked.length > 0) return { kind: 'tracking_link', parcels: tracked };
  const say = sayPhrase(profile(), message_phrases.nothing_to_track, { order_number: orderNumber });
  throw problem('refused', { detail: 'No parcel of it can be tracked', reason: 'not_shipped_yet', say });
}

/** As it was paid, also where something went back since. */
function receiptNotice({ profile }: AppContext, order: Order): Notice {
  return {
    kind: 'receipt',
    orderedOn: dayOf(profile().time_zone, order.orderedAt),
    currency: order.currency,
    lines: order.lines.map(({ name, quantity, unitPriceCents }) => ({ name, quantity, unitPriceCents })),
    subtotalCents: order.subtotalCents,
    discountCents: order.discountCents,
    shippingCents: order.shippingCents,
    totalCents: order.totalCents,
    payments: order.payments.map(({ method, capturedCents }) => ({ method, amountCents: capturedCents })),
    refundedCents: order.payments.reduce((sum, { refundedCents }) => sum + refundedCents, 0),
  };
}

async function labelNotice({ config, database, profile, clock }: AppContext, { orderNumber }: Order) {
  const { message_phrases, time_zone: timeZone } = profile();
  const today = dayIn(timeZone, clock());
  const open = (await findReturns(database, orderNumber)).findLast(
    ({ state, shipBy }) => state === 'requested' && shipBy >= today,
  );
  if (open === undefined) {
    const say = sayPhrase(profile(), message_phrases.no_return_label);
    throw problem('refused', { detail: 'No return is waiting to be sent', reason: 'nothing_to_change', say });
  }
  const { rma, kind, shipBy, lines } = open;
  return {
    kind: 'label_again' as const,
    isExchange: kind === 'exchange',
    rma,
    shipBy,
    labelUrl: labelLink(config, { rma, shipBy, timeZone }),
    items: lines.map(({ name, quantity }) => ({ name, quantity })),
  };
}
