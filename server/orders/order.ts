import type { OrderStatus, ParcelStatus, ShippingArea } from '@orderline/contract/order.ts';
import type { Day, Moment } from '../policy/store-calendar.ts';

/**
 * An order as the rules and views read it, wherever it is kept. What a store does not know is undefined, and what is not
 * told to a caller unasked (the street, the items' internals) is not here.
 */
export interface Order {
  readonly orderNumber: string;
  /** Different after every change of the order; undefined where the store cannot tell. */
  readonly revision: string | undefined;
  readonly status: OrderStatus;
  /** Where messages may go. */
  readonly contact: { readonly email: string | undefined; readonly phone: string | undefined };
  /** A key of the profile's loyalty tiers. */
  readonly loyaltyTier: string | undefined;
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

export interface OrderLine {
  readonly line: number;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly sku: string | undefined;
  /** `electronics`, `gift_card`: the kinds that the return policy tells apart. */
  readonly kind: string | undefined;
  /** `{size: 'M', colour: 'Navy'}`. */
  readonly variant: Readonly<Record<string, string>> | undefined;
  readonly isFinalSale: boolean | undefined;
  readonly isPersonalised: boolean | undefined;
  readonly counts: LineCounts;
}

/** What became of the units of a line, after Medusa's order model. */
export interface LineCounts {
  readonly cancelled: number;
  readonly shipped: number;
  readonly delivered: number;
  /** On an open RMA, a return or an exchange, and not yet received. */
  readonly returnRequested: number;
  readonly returned: number;
  readonly refunded: number;
  readonly claimed: number;
}

export interface Parcel {
  readonly parcel: number;
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
  readonly payment: number;
  readonly kind: 'card' | 'paypal' | 'gift_card' | 'other';
  /** "Visa ending in 4242", "gift card". */
  readonly method: string;
  /** Undefined where the store does not tell how much was paid by it. */
  readonly capturedCents: number | undefined;
  readonly refundedCents: number;
  readonly refundedAt: Moment | undefined;
}

/** One thing that can be bought: a size and colour of a product, with what is left of it. */
export interface Variant {
  readonly sku: string;
  readonly name: string;
  /** `{size: 'L', colour: 'Navy'}`. */
  readonly options: Readonly<Record<string, string>>;
  readonly priceCents: number;
  /** Units that nobody has bought or reserved. */
  readonly available: number;
}
