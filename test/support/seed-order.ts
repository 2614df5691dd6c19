import { readFileSync } from 'node:fs';
import type { Order, Parcel } from '../../server/orders/order.ts';
import { parseStoreProfile } from '../../server/store-profile/load-store-profile.ts';
import type { StoreProfile } from '../../server/store-profile/store-profile.ts';

/** The seed's example order as it stands on 2026-03-05: shipped, and due on Sunday, March 8. */
export const seedParcel: Parcel = {
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

export const seedOrder: Order = {
  orderNumber: 'ORD-12345',
  status: 'shipped',
  contact: { email: 'customer@email.com', phone: '+1 512 555 0142' },
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
    { line: 1, name: 'Classic Tee - Navy, Size M', quantity: 2, unitPriceCents: 2999 },
    { line: 2, name: 'Jogger Pants - Black, Size L', quantity: 1, unitPriceCents: 4999 },
  ],
  parcels: [seedParcel],
  payments: [{ method: 'Visa ending in 4242', refundedCents: 0, refundedAt: undefined }],
};

/** Noon in New York on the day of the seed's example. */
export const seedNow = new Date('2026-03-05T17:00:00Z');

/** The repository's own store.yaml. */
export function demoStoreProfile(): StoreProfile {
  const { profile, problems } = parseStoreProfile(readFileSync(new URL('../../store.yaml', import.meta.url), 'utf8'));
  if (profile === undefined) throw new Error(problems.join('\n'));
  return profile;
}
