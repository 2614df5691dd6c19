import type { OrderStatus, ParcelStatus } from '@orderline/contract/order.ts';
import type { OrderRow } from '../orders-table.ts';
import type { PaymentRow } from '../payments-table.ts';
import type { DemoAddress, DemoCustomer } from './demo-customers.ts';
import type { DemoProduct } from './demo-products.ts';

/** An order of the demo catalogue as it is written down: every day is counted from today, `-3` is three days ago. */
export interface DemoOrder {
  readonly number: string;
  readonly status: OrderStatus;
  readonly customer: DemoCustomer;
  readonly ordered: number;
  readonly lines: readonly DemoLine[];
  readonly payments: readonly DemoPayment[];
  readonly estimated?: number;
  /** To someone else: then the customer bought a gift. */
  readonly recipient?: DemoRecipient;
  readonly shippingMethod?: OrderRow['shipping_method'];
  readonly shippingCents?: number;
  readonly discountCents?: number;
  readonly parcels?: readonly DemoParcel[];
  readonly cancelled?: { readonly day: number; readonly reason: string };
  readonly returned?: true;
}

export type DemoLine = readonly [product: DemoProduct, quantity: number];

interface DemoRecipient {
  readonly name: string;
  readonly email: string;
  readonly address: DemoAddress;
}

export interface DemoParcel {
  readonly carrier: string;
  readonly tracking: string;
  readonly status: ParcelStatus;
  readonly shipped: number;
  readonly estimated: number;
  readonly delivered?: number;
  /** The scan after those of shipping and before that of delivery. */
  readonly scanned?: readonly [day: number, event: string, place: string];
  /** `[line, quantity]`; all lines unless given. */
  readonly lines?: readonly (readonly [line: number, quantity: number])[];
}

/** A payment without `cents` pays what the others leave. `refunded` is the day all of it went back. */
export type DemoPayment = Pick<PaymentRow, 'method'> & {
  readonly brand?: string;
  readonly last4?: string;
  readonly cents?: number;
  readonly refunded?: number;
};
