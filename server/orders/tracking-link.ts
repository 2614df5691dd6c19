import type { Parcel } from './order.ts';

/** The carriers' own pages, by the carrier's name in small letters without punctuation. */
const carrierPages = new Map<string, (number: string) => string>([
  ['ups', (number) => `https://www.ups.com/track?tracknum=${number}`],
  ['usps', (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`],
  ['fedex', (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`],
  ['dhl', (number) => `https://www.dhl.com/us-en/home/tracking.html?tracking-id=${number}`],
]);

/** Where a parcel is followed: its carrier's page, or the store's own; undefined for a parcel without a number. */
export function trackingLink(
  { carrier = '', trackingNumber }: Pick<Parcel, 'carrier' | 'trackingNumber'>,
  trackingPage: string,
): string | undefined {
  if (trackingNumber === undefined) return undefined;
  const page = carrierPages.get(carrier.toLowerCase().replaceAll(/[^a-z]|express$|ground$/g, ''));
  return page === undefined ? trackingPage : page(encodeURIComponent(trackingNumber));
}
