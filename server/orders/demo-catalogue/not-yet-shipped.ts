import { amelia, daniel, grace, maya, priya, seedCustomer, walter } from './demo-customers.ts';
import type { DemoOrder } from './demo-order.ts';
import * as product from './demo-products.ts';

/** Processing, on hold, back-ordered and cancelled. */
export const notYetShipped: readonly DemoOrder[] = [
  {
    // In its first day: the tracking number comes within 24 hours.
    number: 'ORD-10001',
    status: 'processing',
    customer: maya,
    ordered: 0,
    estimated: 7,
    lines: [[product.oxfordShirt, 1]],
    payments: [{ method: 'card', brand: 'Mastercard', last4: '5100' }],
  },
  {
    number: 'ORD-10002',
    status: 'processing',
    customer: daniel,
    ordered: -2,
    estimated: 5,
    lines: [
      [product.rainJacket, 1],
      [product.candle, 2],
    ],
    payments: [{ method: 'card', brand: 'Visa', last4: '1881' }],
  },
  {
    // The seed's customer again: two orders in one call.
    number: 'ORD-10003',
    status: 'processing',
    customer: seedCustomer,
    ordered: -1,
    estimated: 6,
    lines: [[product.toteBag, 1]],
    shippingCents: 999,
    shippingMethod: 'express',
    payments: [{ method: 'card', brand: 'Visa', last4: '4242' }],
  },
  {
    // Past its estimate before it was ever shipped.
    number: 'ORD-10004',
    status: 'processing',
    customer: grace,
    ordered: -12,
    estimated: -3,
    lines: [[product.woolSweater, 1]],
    payments: [{ method: 'paypal' }],
  },
  {
    number: 'ORD-10005',
    status: 'processing',
    customer: walter,
    ordered: -1,
    estimated: 2,
    lines: [
      [product.speaker, 1],
      [product.giftCard, 1],
    ],
    shippingMethod: 'express',
    payments: [
      { method: 'card', brand: 'American Express', last4: '0005' },
      { method: 'gift_card', cents: 2500 },
    ],
  },
  {
    number: 'ORD-10006',
    status: 'on_hold',
    customer: amelia,
    ordered: -3,
    lines: [[product.headphones, 1]],
    shippingMethod: 'international',
    shippingCents: 2900,
    payments: [{ method: 'card', brand: 'Visa', last4: '0077' }],
  },
  {
    number: '#W2000001',
    status: 'back_ordered',
    customer: priya,
    ordered: -6,
    estimated: 12,
    lines: [[product.runningShoes, 1]],
    payments: [{ method: 'card', brand: 'Discover', last4: '1117' }],
  },
  {
    number: 'ORD-10007',
    status: 'cancelled',
    customer: daniel,
    ordered: -9,
    cancelled: { day: -8, reason: 'You asked us to cancel it' },
    lines: [[product.glassSet, 2]],
    payments: [{ method: 'card', brand: 'Visa', last4: '1881', refunded: -5 }],
  },
  {
    number: '#W2000002',
    status: 'cancelled',
    customer: grace,
    ordered: -4,
    cancelled: { day: -3, reason: 'The item was out of stock' },
    lines: [[product.linenDress, 1]],
    payments: [{ method: 'paypal', refunded: -2 }],
  },
];
