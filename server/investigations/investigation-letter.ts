import type { AppContext } from '../app-context.ts';
import type { Block, Letter, Row } from '../messages/letter.ts';
import type { TrackedParcel } from '../messages/notice.ts';
import type { Parcel } from '../orders/order.ts';
import { writtenMoment } from '../orders/parcel-facts.ts';
import { trackingLink } from '../orders/tracking-link.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import type { NewInvestigation } from './investigations-table.ts';

const whyWords: Record<NewInvestigation['why'], string> = {
  delivered_not_there: 'The carrier says that it was delivered, and the customer does not have it.',
  no_scan: 'It has not been scanned for days.',
};

/** What the store's people are told of a parcel that is to be looked for. */
export function investigationLetter(
  { profile, clock }: Pick<AppContext, 'profile' | 'clock'>,
  { opened, parcel }: { opened: NewInvestigation; parcel: Parcel },
): Pick<Letter, 'subject' | 'body'> {
  const asOf = { profile: profile(), now: clock() };
  const { url } = trackedParcel(parcel, asOf.profile);
  const row = (name: string, value: string | undefined): Row[] => (value === undefined ? [] : [{ name, value }]);
  const link: Block[] = url === undefined ? [] : [{ block: 'link', words: 'Follow the parcel', url }];
  return {
    subject: `A parcel is missing: order ${opened.order_number}`,
    body: [
      {
        block: 'paragraph',
        text: `${whyWords[opened.why]} Please ask the carrier, and say at the desk what you found.`,
      },
      {
        block: 'table',
        caption: 'The parcel',
        rows: [
          ...row('Order', opened.order_number),
          ...row('Items', opened.lines.map(({ quantity, name }) => `${quantity} x ${name}`).join(', ') || undefined),
          ...row('Carrier', parcel.carrier),
          ...row('Tracking number', parcel.trackingNumber),
          ...row('Shipped', writtenMoment(parcel.shippedAt, asOf)),
          ...row('Due', writtenMoment(parcel.estimatedDelivery, asOf)),
          ...row('Last scan', writtenMoment(parcel.lastScan?.at, asOf)),
          ...row('Marked delivered', writtenMoment(parcel.deliveredAt, asOf)),
        ],
      },
      ...link,
    ],
  };
}

export const trackedParcel = (parcel: Parcel, { tracking_page }: StoreProfile): TrackedParcel => ({
  carrier: parcel.carrier,
  trackingNumber: parcel.trackingNumber,
  url: trackingLink(parcel, tracking_page),
  estimatedDelivery: undefined,
});
