import fc from 'fast-check';
import type { AcceptResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { expectEachOnce, expectOrderAddsUp, expectStockAddsUp } from '../../test/support/order-books.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
const email = 'customer@email.com';
/** Two navy tees in M and a pair of black joggers in L each: one was delivered; one waits to be sent, its lines reversed. */
const [delivered, preparing] = ['ORD-10028', 'ORD-10099'];
/** Hardly any. */
const stock = { 'TEE-NVY-M': 1, 'TEE-NVY-L': 1, 'JOG-BLK-L': 2, 'JOG-BLK-M': 1 };

let database: FreshDatabase;
let server: TestServer;
let callers: OrderCall[];

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
  callers = await Promise.all([1, 2, 3, 4].map(() => orderCall(server)));
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** Both orders as they were placed. */
async function begin(): Promise<void> {
  const { database: kysely } = database;
  for (const table of ['orders', 'variants', 'returns', 'claims', 'customer_notices'] as const) {
    await kysely.deleteFrom(table).execute();
  }
  await seedDemoOrders(kysely, { now, timeZone: 'America/New_York' });
  const copied = { order_number: preparing };
  const order = await kysely
    .selectFrom('orders')
    .selectAll()
    .where('order_number', '=', delivered)
    .executeTakeFirstOrThrow();
  await kysely
    .insertInto('orders')
    .values({ ...order, ...copied, status: 'processing' })
    .execute();
  const lines = await kysely.selectFrom('order_lines').selectAll().where('order_number', '=', delivered).execute();
  await kysely
    .insertInto('order_lines')
    .values(
      lines.map((line) => ({ ...line, ...copied, line: 3 - line.line, shipped_quantity: 0, delivered_quantity: 0 })),
    )
    .execute();
  const payments = await kysely.selectFrom('payments').selectAll().where('order_number', '=', delivered).execute();
  await kysely
    .insertInto('payments')
    .values(payments.map((payment) => ({ ...payment, ...copied })))
    .execute();
  for (const [sku, units] of Object.entries(stock)) {
    await kysely.updateTable('variants').set({ stock: units }).where('sku', '=', sku).execute();
  }
  for (const caller of callers) {
    for (const order_number of [preparing, delivered]) await caller.lookUp({ order_number, verification: { email } });
  }
}

const line = fc.record({ line: fc.integer({ min: 1, max: 2 }), quantity: fc.integer({ min: 1, max: 2 }) });
const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 2, selector: (of) => of.line });
const beforeSending = fc.oneof(
  lines.map((wanted) => ({ kind: 'cancellation', lines: wanted })),
  fc.constant({ kind: 'cancellation' }),
  fc.constantFrom('78701', '78702').map((zip) => ({
    kind: 'address_change',
    address: { street: '1 Elm St', city: 'Austin', state: 'TX', zip, country: 'US' },
  })),
);
const onceDelivered = fc.oneof(
  lines.map((wanted) => ({ kind: 'return', lines: wanted, condition: 'as_new', reason: 'fit' })),
  lines.map((wanted) => ({
    kind: 'exchange',
    lines: wanted.map((of) => ({ ...of, variant: { size: of.line === 1 ? 'L' : 'M' } })),
    condition: 'as_new',
    reason: 'size',
  })),
  fc
    .record({ lines, wish: fc.constantFrom('replacement', 'refund') })
    .map((claimed) => ({ kind: 'claim', problem: 'damaged', ...claimed })),
);
const step = fc.oneof(
  fc.record({ order: fc.constant(preparing), wish: beforeSending, isWithdrawn: fc.constant(false) }),
  {
    weight: 2,
    arbitrary: fc.record({ order: fc.constant(delivered), wish: onceDelivered, isWithdrawn: fc.boolean() }),
  },
);
/** What each caller asks for, one thing after the other, while the others do the same. */
const plans = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), {
  minLength: 4,
  maxLength: 4,
});

interface Step {
  readonly order: string;
  readonly wish: object;
  /** A return or an exchange that was made is given up at once. */
  readonly isWithdrawn: boolean;
}

/** Asks for one thing after the other; gives the statuses of the answers. */
async function callWith(caller: OrderCall, plan: readonly Step[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const asked of plan) {
    const answer = await change(caller, asked.order, asked.wish);
    statuses.push(answer.statusCode);
    const { rma } = answer.json<Partial<AcceptResponse>>();
    if (answer.statusCode !== 200 || rma === undefined || !asked.isWithdrawn) continue;
    const withdrawn = await caller.post(`/api/orders/${asked.order}/returns/${rma}/cancel`, {});
    statuses.push(withdrawn.statusCode);
  }
  return statuses;
}

test('whatever callers ask for at the same time, nothing is sold, refunded, returned or made twice', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (asked) => {
      await begin();
      const answers = await Promise.all(callers.map((caller, index) => callWith(caller, asked[index] ?? [])));
      const statuses = answers.flat();
      for (const status of statuses) expect([200, 409, 422]).toContain(status);
      for (const order of [preparing, delivered]) await expectOrderAddsUp(database.database, order);
      await expectStockAddsUp(database.database, stock);
      await expectEachOnce(database.database, statuses.filter((status) => status === 200).length);
    }),
    { numRuns: 25 },
  );
});
