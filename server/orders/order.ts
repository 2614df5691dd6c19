import type { OrderStatus, ParcelStatus, ShippingArea } from '@orderline/contract/order.ts';
import type { Day, Moment } from '../policy/store-calendar.ts';

/**
 * An order as the rules and views read it, wherever it is kept. What a store does not know is undefined, and what is not
 * told to a caller unasked (the street, the items' internals) is not here.
 */
export interface Order {
  readonly orderNumber: string;
  readonly status: OrderStatus;
  /** Where messages may go. */
  readonly contact: { readonly email: string | undefined; readonly phone: string | undefined };
  readonly currency: string;
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly shippingCents: number;
  readonly totalCents: number;
  readonly orderedAt: Moment;
  readonly estimatedDelivery: Day | undefined;
  readonly cancelledAt: Moment | undefined;
  readonly cancelReason: string | undefined;
  readonly shipTo: ShippingArea | undefined;
  readonly lines: readonly OrderLine[];
  /** In the order they left. */
  readonly parcels: readonly Parcel[];
  readonly payments: readonly Payment[];
}

interface OrderLine {
  readonly line: number;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
}

export interface Parcel {
  readonly carrier: string | undefined;
  readonly trackingNumber: string | undefined;
  readonly status: ParcelStatus;
  readonly shippedAt: Moment | undefined;
  readonly estimatedDelivery: Day | undefined;
  readonly deliveredAt: Moment | undefined;
  readonly lastScan: Scan | undefined;
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
}

interface Scan {
  readonly at: Date;
  readonly place: string | undefined;
}

export interface Payment {
  /** "Visa ending in 4242", "gift card". */
  readonly method: string;
  readonly refundedCents: number;
  readonly refundedAt: Moment | undefined;
}
