import type { StoreOrder } from '@orderline/contract/store-api.ts';
import type { StoreChange } from '@orderline/contract/store-change.ts';

/** One order through the API of a store: what stands in its OpenAPI document as examples. */
export const storeApiExamples = {
  lookup: { order_number: 'ORD-12345', verification: { email: 'customer@email.com' } },
  order: {
    order_number: 'ORD-12345',
    revision: '7',
    status: 'delivered',
    items: [
      {
        line: 1,
        name: 'Classic Tee - Navy, Size M',
        qty: 2,
        price: 29.99,
        sku: 'TEE-NVY-M',
        kind: 'apparel',
        final_sale: false,
        personalised: false,
        variant: { colour: 'Navy', size: 'M' },
        delivered: 2,
      },
    ],
    subtotal: 59.98,
    shipping: 'free',
    total: 59.98,
    order_date: '2026-03-01',
    shipped_at: '2026-03-02T15:30:00Z',
    delivered_at: '2026-03-04T18:05:00Z',
    carrier: 'UPS',
    tracking_number: '1Z999AA10123456784',
    shipping_address: '123 Main St, Austin, TX 78701',
    payments: [{ method: 'Visa ending in 4242', kind: 'card', captured: 59.98, refunded: 0 }],
    email: 'customer@email.com',
    phone: '+15125550142',
  } satisfies StoreOrder,
  variants: {
    variants: [
      {
        sku: 'TEE-NVY-M',
        name: 'Classic Tee - Navy, Size M',
        options: { colour: 'Navy', size: 'M' },
        price: 29.99,
        available: 3,
      },
      {
        sku: 'TEE-NVY-L',
        name: 'Classic Tee - Navy, Size L',
        options: { colour: 'Navy', size: 'L' },
        price: 29.99,
        available: 1,
      },
    ],
  },
  change: {
    change_id: '4f4b1c9e-8f0a-4c55-9a53-0f3d5a1f7c11',
    order_number: 'ORD-12345',
    revision: '7',
    kind: 'exchange',
    rma: 'RMA-10023',
    reason: 'size',
    effects: [
      { effect: 'request_return', line: 1, quantity: 1 },
      { effect: 'reserve_stock', sku: 'TEE-NVY-L', quantity: 1 },
    ],
  } satisfies StoreChange,
  done: { outcome: 'done' },
  refused: { code: 'out_of_stock' },
};
