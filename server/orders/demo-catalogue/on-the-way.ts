import { daniel, grace, maya, oliver, priya, ruth, seedCustomer, walter } from './demo-customers.ts';
import type { DemoOrder } from './demo-order.ts';
import * as product from './demo-products.ts';

/** Shipped, in part or whole, and not there yet. */
export const onTheWay: readonly DemoOrder[] = [
  {
    // The seed's example, to the cent.
    number: 'ORD-12345',
    status: 'shipped',
    customer: seedCustomer,
    ordered: -4,
    estimated: 3,
    lines: [
      [product.classicTee, 2],
      [product.joggerPants, 1],
    ],
    payments: [{ method: 'card', brand: 'Visa', last4: '4242' }],
    parcels: [
      {
        carrier: 'UPS',
        tracking: '1Z999AA10123456784',
        status: 'in_transit',
        shipped: -3,
        estimated: 3,
        scanned: [-1, 'Departed from facility', 'Dallas, TX'],
      },
    ],
  },
  {
    number: 'ORD-10010',
    status: 'partially_shipped',
    customer: maya,
    ordered: -5,
    estimated: 6,
    lines: [
      [product.whiteTee, 2],
      [product.rainJacket, 1],
    ],
    payments: [{ method: 'card', brand: 'Mastercard', last4: '5100' }],
    parcels: [
      {
        carrier: 'USPS',
        tracking: '9400111899223100001012',
        status: 'in_transit',
        shipped: -2,
        estimated: 3,
        scanned: [-1, 'Arrived at facility', 'Portland, OR'],
        lines: [[1, 2]],
      },
    ],
  },
  {
    // One order in two parcels, by two carriers, of which one is there.
    number: '#W2378156',
    status: 'shipped',
    customer: priya,
    ordered: -8,
    estimated: 2,
    lines: [
      [product.woolSweater, 1],
      [product.vase, 1],
      [product.candle, 2],
    ],
    shippingCents: 0,
    payments: [{ method: 'card', brand: 'Discover', last4: '1117' }],
    parcels: [
      {
        carrier: 'UPS',
        tracking: '1Z999AA10123450014',
        status: 'delivered',
        shipped: -6,
        estimated: -1,
        delivered: -2,
        lines: [[1, 1]],
      },
      {
        carrier: 'FedEx',
        tracking: '449044304137821',
        status: 'in_transit',
        shipped: -4,
        estimated: 2,
        scanned: [-1, 'In transit', 'Albany, NY'],
        lines: [
          [2, 1],
          [3, 2],
        ],
      },
    ],
  },
  {
    number: 'ORD-10011',
    status: 'out_for_delivery',
    customer: walter,
    ordered: -3,
    estimated: 0,
    lines: [[product.headphones, 1]],
    shippingMethod: 'express',
    payments: [{ method: 'card', brand: 'American Express', last4: '0005' }],
    parcels: [
      {
        carrier: 'FedEx',
        tracking: '449044304137822',
        status: 'out_for_delivery',
        shipped: -2,
        estimated: 0,
        scanned: [0, 'Out for delivery', 'Minneapolis, MN'],
      },
    ],
  },
  {
    // Late, and still moving.
    number: 'ORD-10012',
    status: 'shipped',
    customer: grace,
    ordered: -10,
    estimated: -2,
    lines: [[product.toteBag, 3]],
    payments: [{ method: 'paypal' }],
    parcels: [
      {
        carrier: 'USPS',
        tracking: '9400111899223100001029',
        status: 'in_transit',
        shipped: -8,
        estimated: -2,
        scanned: [-1, 'Departed from facility', 'Reno, NV'],
      },
    ],
  },
  {
    // Stuck: more than five business days without a scan, in any week of the year.
    number: 'ORD-10013',
    status: 'shipped',
    customer: daniel,
    ordered: -14,
    estimated: -5,
    lines: [[product.speaker, 1]],
    payments: [{ method: 'card', brand: 'Visa', last4: '1881' }],
    parcels: [
      {
        carrier: 'UPS',
        tracking: '1Z999AA10123450023',
        status: 'in_transit',
        shipped: -12,
        estimated: -5,
        scanned: [-10, 'Arrived at facility', 'Louisville, KY'],
      },
    ],
  },
  {
    // A gift: Daniel bought it, Ruth receives it.
    number: '#W2378157',
    status: 'shipped',
    customer: daniel,
    recipient: ruth,
    ordered: -3,
    estimated: 4,
    lines: [[product.vase, 1]],
    payments: [{ method: 'card', brand: 'Visa', last4: '1881' }],
    parcels: [{ carrier: 'FedEx', tracking: '449044304137823', status: 'in_transit', shipped: -2, estimated: 4 }],
  },
  {
    number: 'ORD-10014',
    status: 'shipped',
    customer: oliver,
    ordered: -9,
    estimated: 8,
    lines: [[product.rainJacket, 1]],
    shippingMethod: 'international',
    shippingCents: 2400,
    payments: [{ method: 'card', brand: 'Mastercard', last4: '8210' }],
    parcels: [
      {
        carrier: 'DHL',
        tracking: '1234567891',
        status: 'in_transit',
        shipped: -7,
        estimated: 8,
        scanned: [-1, 'Cleared customs', 'Mississauga, ON'],
      },
    ],
  },
  {
    number: 'ORD-10015',
    status: 'returned_to_sender',
    customer: maya,
    ordered: -16,
    estimated: -8,
    lines: [[product.oxfordShirt, 1]],
    payments: [{ method: 'card', brand: 'Mastercard', last4: '5100' }],
    parcels: [
      {
        carrier: 'USPS',
        tracking: '9400111899223100001036',
        status: 'returned_to_sender',
        shipped: -14,
        estimated: -8,
        scanned: [-2, 'Return to sender', 'Seattle, WA'],
      },
    ],
  },
];
