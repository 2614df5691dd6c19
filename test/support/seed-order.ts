import { readFileSync } from 'node:fs';
import type { LineCounts, Order, Parcel, Payment } from '../../server/orders/order.ts';
import { parseStoreProfile } from '../../server/store-profile/load-store-profile.ts';
import type { StoreProfile } from '../../server/store-profile/store-profile.ts';

/** Of a line that nothing has become of yet. */
export const noCounts: LineCounts = {
  cancelled: 0,
  shipped: 0,
  delivered: 0,
  returnRequested: 0,
  returned: 0,
  refunded: 0,
  claimed: 0,
};

/** The seed's example order as it stands on 2026-03-05: shipped, and due on Sunday, March 8. */
export const seedParcel: Parcel = {
  parcel: 1,
  carrier: 'UPS',
  trackingNumber: '1Z999AA10123456784',
  status: 'in_transit',
  shippedAt: '2026-03-02',
  estimatedDelivery: '2026-03-08',
  deliveredAt: undefined,
  lastScan: { at: new Date('2026-03-04T23:40:00Z'), place: 'Dallas, TX' },
  lines: [
    { line: 1, quantity: 2 },
    { line: 2, quantity: 1 },
  ],
};

export const seedPayment: Payment = {
  payment: 1,
  kind: 'card',
  method: 'Visa ending in 4242',
  capturedCents: 10_997,
  refundedCents: 0,
  refundedAt: undefined,
};

export const seedOrder: Order = {
  orderNumber: 'ORD-12345',
  revision: '1',
  status: 'shipped',
  contact: { email: 'customer@email.com', phone: '+1 512 555 0142' },
  loyaltyTier: undefined,
  currency: 'USD',
  subtotalCents: 10_997,
  discountCents: 0,
  shippingCents: 0,
  totalCents: 10_997,
  orderedAt: '2026-03-01',
  estimatedDelivery: '2026-03-08',
  cancelledAt: undefined,
  cancelReason: undefined,
  shipTo: { city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
  lines: [
    {
      line: 1,
      name: 'Classic Tee - Navy, Size M',
      quantity: 2,
      unitPriceCents: 2999,
      sku: 'TEE-NVY-M',
      kind: 'apparel',
      variant: { colour: 'Navy', size: 'M' },
      isFinalSale: false,
      isPersonalised: false,
      counts: { ...noCounts, shipped: 2 },
    },
    {
      line: 2,
      name: 'Jogger Pants - Black, Size L',
      quantity: 1,
      unitPriceCents: 4999,
      sku: 'JOG-BLK-L',
      kind: 'apparel',
      variant: { colour: 'Black', size: 'L' },
      isFinalSale: false,
      isPersonalised: false,
      counts: { ...noCounts, shipped: 1 },
    },
  ],
  parcels: [seedParcel],
  payments: [seedPayment],
};

/** Noon in New York on the day of the seed's example. */
export const seedNow = new Date('2026-03-05T17:00:00Z');

/** The repository's own store.yaml. */
export function demoStoreProfile(): StoreProfile {
  const { profile, problems } = parseStoreProfile(readFileSync(new URL('../../store.yaml', import.meta.url), 'utf8'));
  if (profile === undefined) throw new Error(problems.join('\n'));
  return profile;
}
