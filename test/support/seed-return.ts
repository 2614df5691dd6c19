import type { ChangeFacts } from '../../server/changes/change-facts.ts';
import type { Order } from '../../server/orders/order.ts';
import type { ReturnLine, ReturnRecord } from '../../server/returns/return-record.ts';
import { demoStoreProfile, seedOrder, seedParcel } from './seed-order.ts';

/** The seed's order once its one parcel has come. */
export const deliveredOrder = (deliveredAt: Date | string): Order => ({
  ...seedOrder,
  status: 'delivered',
  parcels: [{ ...seedParcel, status: 'delivered', deliveredAt }],
  lines: seedOrder.lines.map((line) => ({ ...line, counts: { ...line.counts, delivered: line.quantity } })),
});

export const seedReturnLine: ReturnLine = {
  line: 1,
  name: 'Classic Tee - Navy, Size M',
  quantity: 1,
  received: 0,
  refunded: 0,
  held: 0,
  rejected: 0,
  exchangeSku: undefined,
  exchangeName: undefined,
  reserved: 0,
  cheaperByCents: 0,
};

/** One of the two tees, asked for on 2026-03-10. */
export const seedReturn: ReturnRecord = {
  rma: 'RMA-100001',
  kind: 'return',
  orderNumber: 'ORD-12345',
  state: 'requested',
  requestedAt: new Date('2026-03-10T15:00:00Z'),
  shipBy: '2026-03-17',
  labels: 1,
  reason: 'size',
  lines: [seedReturnLine],
  refunds: [],
  receivedAt: undefined,
  isLate: false,
};

/** The order with these counters of one line set. */
export const withCounts = (order: Order, line: number, counts: Partial<Order['lines'][number]['counts']>): Order => ({
  ...order,
  lines: order.lines.map((of) => (of.line === line ? { ...of, counts: { ...of.counts, ...counts } } : of)),
});

export const storeProfile = demoStoreProfile();

/** What the rules decide by, on 2026-03-12: nothing asked for yet, and a customer who has agreed to be texted. */
export const changeFacts = (order: Order, facts: Partial<ChangeFacts> = {}): ChangeFacts => ({
  order,
  profile: storeProfile,
  now: new Date('2026-03-12T15:00:00Z'),
  returns: [],
  claims: [],
  claimsOfCustomer: 0,
  variants: new Map(),
  reshippedParcels: new Set(),
  reach: { texting: 'allowed', hasEmail: true },
  waived: new Set(),
  ...facts,
});
