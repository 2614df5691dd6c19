import { amelia, daniel, grace, maya, priya, seedCustomer, walter, type DemoCustomer } from './demo-customers.ts';
import type { DemoLine, DemoOrder, DemoPayment } from './demo-order.ts';
import * as product from './demo-products.ts';

interface Delivery {
  readonly number: string;
  readonly customer: DemoCustomer;
  /** Days before today. */
  readonly daysAgo: number;
  readonly lines: readonly DemoLine[];
  readonly payments?: readonly DemoPayment[];
}

/** In one parcel, ordered a week before it came. */
function delivered({ number, customer, daysAgo, lines, payments }: Delivery): DemoOrder {
  const serial = number.replaceAll(/\D/g, '').slice(-5);
  return {
    number,
    status: 'delivered',
    customer,
    ordered: -daysAgo - 7,
    estimated: -daysAgo,
    lines,
    payments: payments ?? [{ method: 'card', brand: 'Visa', last4: '4242' }],
    parcels: [
      {
        carrier: 'UPS',
        tracking: `1Z999AA101234${serial}`,
        status: 'delivered',
        shipped: -daysAgo - 5,
        estimated: -daysAgo,
        delivered: -daysAgo,
      },
    ],
  };
}

const discounted = delivered({
  number: 'ORD-10028',
  customer: seedCustomer,
  daysAgo: 5,
  lines: [
    [product.classicTee, 2],
    [product.joggerPants, 1],
  ],
});

/** Delivered, of every kind and age that the return policy tells apart, and what came back. */
export const deliveredAndReturned: readonly DemoOrder[] = [
  // Marked delivered less than 48 hours ago, and more.
  delivered({ number: 'ORD-10020', customer: maya, daysAgo: 1, lines: [[product.whiteTee, 1]] }),
  delivered({ number: 'ORD-10021', customer: grace, daysAgo: 3, lines: [[product.rainJacket, 1]] }),
  // Electronics, inside their fifteen days and outside.
  delivered({ number: 'ORD-10022', customer: daniel, daysAgo: 10, lines: [[product.headphones, 1]] }),
  delivered({ number: 'ORD-10023', customer: daniel, daysAgo: 20, lines: [[product.speaker, 1]] }),
  // The last day of the thirty, slightly past them, and long past.
  delivered({ number: 'ORD-10024', customer: maya, daysAgo: 30, lines: [[product.joggerPants, 1]] }),
  delivered({ number: 'ORD-10025', customer: grace, daysAgo: 33, lines: [[product.oxfordShirt, 1]] }),
  delivered({ number: 'ORD-10026', customer: priya, daysAgo: 40, lines: [[product.woolSweater, 1]] }),
  delivered({ number: 'ORD-10027', customer: grace, daysAgo: 60, lines: [[product.toteBag, 2]] }),
  { ...discounted, discountCents: 1000 },
  delivered({ number: '#W2000010', customer: seedCustomer, daysAgo: 3, lines: [[product.linenDress, 1]] }),
  delivered({
    number: '#W2000011',
    customer: walter,
    daysAgo: 4,
    lines: [
      [product.giftCard, 1],
      [product.engravedMug, 1],
      [product.runningShoes, 1],
    ],
    payments: [
      { method: 'card', brand: 'American Express', last4: '0005' },
      { method: 'gift_card', cents: 4000 },
    ],
  }),
  // Fragile: the one to be reported damaged.
  delivered({
    number: '#W2000012',
    customer: priya,
    daysAgo: 2,
    lines: [
      [product.vase, 1],
      [product.glassSet, 1],
    ],
  }),
  {
    ...delivered({ number: '#W2000013', customer: amelia, daysAgo: 12, lines: [[product.candle, 4]] }),
    shippingMethod: 'international',
    shippingCents: 2200,
  },
  {
    ...delivered({ number: 'ORD-10030', customer: maya, daysAgo: 18, lines: [[product.joggerPants, 1]] }),
    status: 'returned',
    returned: true,
  },
  {
    ...delivered({
      number: 'ORD-10031',
      customer: walter,
      daysAgo: 25,
      lines: [[product.rainJacket, 1]],
      payments: [
        { method: 'card', brand: 'American Express', last4: '0005', refunded: -6 },
        { method: 'gift_card', cents: 3000, refunded: -6 },
      ],
    }),
    status: 'refunded',
    returned: true,
  },
];
