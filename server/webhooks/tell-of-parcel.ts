import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { Notice } from '../messages/notice.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import type { Order, Parcel } from '../orders/order.ts';
import { trackingKeyOf } from '../orders/told-parcel.ts';
import { trackingLink } from '../orders/tracking-link.ts';
import { dayOf } from '../policy/store-calendar.ts';
import { quietUntil } from './quiet-hours-rule.ts';

export interface ParcelTidings {
  readonly what: 'shipped' | 'delivered';
  readonly order: Pick<Order, 'orderNumber' | 'contact' | 'lines'>;
  readonly parcel: Pick<Parcel, 'carrier' | 'trackingNumber' | 'estimatedDelivery' | 'deliveredAt' | 'lines'>;
}

/**
 * Tells a customer unasked that a parcel has left or come, once for each: by e-mail at once, and by text, outside the
 * quiet hours, who has agreed to texts (ROBUSTNESS, security 18).
 */
export async function tellOfParcel(
  context: AppContext,
  transaction: Kysely<Database>,
  tidings: ParcelTidings,
): Promise<void> {
  const { what, order, parcel } = tidings;
  const { time_zone: timeZone, messages } = context.profile();
  const notice = noticeOf(context, tidings);
  const key = `parcel ${order.orderNumber} ${trackingKeyOf(parcel.trackingNumber ?? '')} ${what}`;
  await notifyCustomer(context, transaction, {
    notice,
    order,
    key,
    via: 'text_and_email',
    textNotBefore: quietUntil(context.clock(), { quietHours: messages.quiet_hours, timeZone }),
  });
}

function noticeOf({ profile, clock }: AppContext, { what, order, parcel }: ParcelTidings): Notice {
  const { tracking_page, time_zone } = profile();
  const items = parcel.lines.flatMap(({ line, quantity }) => {
    const name = order.lines.find((of) => of.line === line)?.name;
    return name === undefined ? [] : [{ name, quantity }];
  });
  const tracked = {
    carrier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    url: trackingLink(parcel, tracking_page),
    estimatedDelivery: parcel.estimatedDelivery,
  };
  if (what === 'delivered') {
    const deliveredOn = dayOf(time_zone, parcel.deliveredAt ?? clock());
    return { kind: 'delivered', parcel: tracked, items, deliveredOn };
  }
  const isPartial = order.lines.some(({ quantity, counts }) => counts.shipped + counts.cancelled < quantity);
  return { kind: 'shipped', parcel: tracked, items, isPartial };
}
