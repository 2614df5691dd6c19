import type { Parcel } from '../orders/order.ts';

/** What a parcel of an order is known by in what Orderline keeps of it: its tracking number, or else its place. */
export const parcelKey = ({ trackingNumber, parcel }: Pick<Parcel, 'trackingNumber' | 'parcel'>): string =>
  trackingNumber ?? `parcel ${parcel}`;
