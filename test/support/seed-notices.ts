import type { Notice, NoticeKind } from '../../server/messages/notice.ts';

const items = [
  { name: 'Classic Tee - Navy, Size M', quantity: 2 },
  { name: 'Jogger Pants - Black, Size L', quantity: 1 },
];
const refund = {
  amountCents: 10_997,
  currency: 'USD',
  parts: [{ payment: 1, method: 'Visa ending in 4242', amount_cents: 10_997 }],
};
const parcel = {
  carrier: 'UPS',
  trackingNumber: '1Z999AA10123456784',
  url: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
  estimatedDelivery: '2026-03-08',
};
const label = {
  rma: 'RMA-100001',
  items,
  shipBy: '2026-03-12',
  labelUrl: `https://orders.example/labels/RMA-100001.pdf?expires=1774584000&signature=${'k7'.repeat(21)}w`,
};

/** One notice of each kind about the seed's order, and those whose words differ. */
export const seedNotices: { readonly [Kind in NoticeKind]: readonly Extract<Notice, { kind: Kind }>[] } = {
  tracking_link: [{ kind: 'tracking_link', parcels: [parcel] }],
  receipt: [
    {
      kind: 'receipt',
      orderedOn: '2026-03-01',
      currency: 'USD',
      lines: [
        { name: 'Classic Tee - Navy, Size M', quantity: 2, unitPriceCents: 2999 },
        { name: 'Jogger Pants - Black, Size L', quantity: 1, unitPriceCents: 4999 },
      ],
      subtotalCents: 10_997,
      discountCents: 1000,
      shippingCents: 999,
      totalCents: 10_996,
      payments: [
        { method: 'Visa ending in 4242', amountCents: 8996 },
        { method: 'gift card', amountCents: 2000 },
      ],
      refundedCents: 0,
    },
  ],
  cancellation_confirmed: [
    { kind: 'cancellation_confirmed', isWhole: true, items, refund },
    { kind: 'cancellation_confirmed', isWhole: false, items, refund },
  ],
  address_changed: [
    { kind: 'address_changed', city: 'Austin', zip: '78704', address: '9 Elm Ave, Apt 2, Austin, TX 78704' },
  ],
  return_created: [{ kind: 'return_created', ...label, refund }],
  label_again: [
    { kind: 'label_again', isExchange: false, ...label },
    { kind: 'label_again', isExchange: true, ...label },
  ],
  exchange_created: [
    { kind: 'exchange_created', ...label, replacements: [{ name: 'Classic Tee - Navy, Size L', quantity: 2 }] },
  ],
  claim_settled: [
    { kind: 'claim_settled', items, settled: { by: 'replacement', shipping: 'express' } },
    { kind: 'claim_settled', items, settled: { by: 'refund', refund } },
  ],
  return_received: [
    { kind: 'return_received', rma: label.rma, items, refund },
    { kind: 'return_received', rma: label.rma, items },
  ],
  return_held: [{ kind: 'return_held', rma: label.rma, items }],
  return_expired: [{ kind: 'return_expired', rma: label.rma, items, isOpenUntil: '2026-03-31' }],
  return_withdrawn: [{ kind: 'return_withdrawn', rma: label.rma, items }],
  refunded: [{ kind: 'refunded', refund }],
  decision: [
    { kind: 'decision', isApproved: true, request: 'a return after the return window', words: 'We are glad to help.' },
    { kind: 'decision', isApproved: false, request: 'a return after the return window' },
  ],
  investigation_opened: [{ kind: 'investigation_opened', parcel }],
  investigation_resolved: [
    { kind: 'investigation_resolved', resolved: { by: 'found', words: 'It is at your local UPS store.' } },
    { kind: 'investigation_resolved', resolved: { by: 'reship' } },
    { kind: 'investigation_resolved', resolved: { by: 'refund', refund } },
  ],
  reshipped: [{ kind: 'reshipped', items, city: 'Austin', zip: '78704' }],
  shipped: [
    { kind: 'shipped', parcel, items, isPartial: false },
    { kind: 'shipped', parcel, items: items.slice(1), isPartial: true },
  ],
  delivered: [{ kind: 'delivered', parcel, items, deliveredOn: '2026-03-07' }],
  change_failed: [{ kind: 'change_failed', change: 'return' }],
  call_summary: [
    {
      kind: 'call_summary',
      happened: [
        { orderNumber: 'ORD-12345', change: 'return', rma: 'RMA-100001', outcome: 'done' },
        { orderNumber: 'ORD-10003', change: 'cancellation', rma: undefined, outcome: 'pending' },
      ],
    },
  ],
};
