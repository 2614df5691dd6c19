import fc from 'fast-check';
import type { Effect } from '@orderline/contract/store-change.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
const email = 'customer@email.com';
/** One that is being prepared, and one that was delivered: two navy tees in M and a pair of black joggers in L each. */
const [preparing, delivered] = ['ORD-10099', 'ORD-10028'];

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

const stock = { 'TEE-NVY-M': 1, 'TEE-NVY-L': 1, 'JOG-BLK-L': 2, 'JOG-BLK-M': 1 };

/** Both orders as they were placed, and of each variant hardly any. */
async function begin(): Promise<void> {
  const { database: kysely } = database;
  for (const table of ['orders', 'variants', 'returns', 'claims', 'customer_notices'] as const) {
    await kysely.deleteFrom(table).execute();
  }
  await seedDemoOrders(kysely, { now, timeZone: 'America/New_York' });
  const copy = await kysely
    .selectFrom('orders')
    .selectAll()
    .where('order_number', '=', delivered)
    .executeTakeFirstOrThrow();
  await kysely
    .insertInto('orders')
    .values({ ...copy, order_number: preparing, status: 'processing' })
    .execute();
  const lines = await kysely.selectFrom('order_lines').selectAll().where('order_number', '=', delivered).execute();
  await kysely
    .insertInto('order_lines')
    .values(lines.map((line) => ({ ...line, order_number: preparing, shipped_quantity: 0, delivered_quantity: 0 })))
    .execute();
  const payments = await kysely.selectFrom('payments').selectAll().where('order_number', '=', delivered).execute();
  await kysely
    .insertInto('payments')
    .values(payments.map((payment) => ({ ...payment, order_number: preparing })))
    .execute();
  for (const [sku, units] of Object.entries(stock)) {
    await kysely.updateTable('variants').set({ stock: units }).where('sku', '=', sku).execute();
  }
  for (const caller of callers) {
    for (const order_number of [preparing, delivered]) await caller.lookUp({ order_number, verification: { email } });
  }
}

const units = fc.record({ line: fc.integer({ min: 1, max: 2 }), quantity: fc.integer({ min: 1, max: 2 }) });
const sizeOf = (line: number) => (line === 1 ? 'L' : 'M');
const wish = fc.oneof(
  units.map((of) => ({ kind: 'cancellation', lines: [of] })),
  fc.constant({ kind: 'cancellation' }),
  units.map((of) => ({ kind: 'return', lines: [of], condition: 'as_new', reason: 'fit' })),
  units.map((of) => ({
    kind: 'exchange',
    lines: [{ ...of, variant: { size: sizeOf(of.line) } }],
    condition: 'as_new',
    reason: 'size',
  })),
  fc.tuple(units, fc.constantFrom('replacement', 'refund')).map(([of, asked]) => ({
    kind: 'claim',
    lines: [of],
    problem: 'damaged',
    wish: asked,
  })),
  fc.constantFrom('78701', '78702').map((zip) => ({
    kind: 'address_change',
    address: { street: '1 Elm St', city: 'Austin', state: 'TX', zip, country: 'US' },
  })),
);
/** What each caller asks for, one thing after the other, while the others do the same. */
const plans = fc.array(
  fc.array(fc.tuple(fc.constantFrom(preparing, delivered), wish), { minLength: 1, maxLength: 4 }),
  {
    minLength: 4,
    maxLength: 4,
  },
);

test(
  'whatever callers ask for at the same time, nothing is sold, refunded, returned or made twice',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (asked) => {
        await begin();
        const answers = await Promise.all(
          asked.map(async (plan, index) => {
            const caller = callers[index];
            const statuses: number[] = [];
            for (const [order, request] of plan) {
              if (caller !== undefined) statuses.push((await change(caller, order, request)).statusCode);
            }
            return statuses;
          }),
        );
        for (const status of answers.flat()) expect([200, 409, 422]).toContain(status);
        for (const order of [preparing, delivered]) await expectConsistent(order);
        await expectStockConserved();
        await expectEachOnce(answers.flat().filter((status) => status === 200).length);
      }),
      { numRuns: 12 },
    );
  },
);

async function effectsOf(order?: string): Promise<Effect[]> {
  const rows = await database.database
    .selectFrom('order_history')
    .select(['order_number', 'version', 'effects'])
    .orderBy('version')
    .execute();
  return rows
    .filter(({ order_number }) => order === undefined || order_number === order)
    .flatMap(({ effects }) => effects as unknown as Effect[]);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The counters and payments of an order are what its history says, and its versions have no gap. */
async function expectConsistent(order_number: string): Promise<void> {
  const { database: kysely } = database;
  const order = await kysely
    .selectFrom('orders')
    .selectAll()
    .where('order_number', '=', order_number)
    .executeTakeFirstOrThrow();
  const history = await kysely
    .selectFrom('order_history')
    .select('version')
    .where('order_number', '=', order_number)
    .orderBy('version')
    .execute();
  expect(history.map(({ version }) => version)).toEqual(
    Array.from({ length: order.version - 1 }, (_, index) => index + 2),
  );

  const effects = await effectsOf(order_number);
  const counted = (kind: Effect['effect'], line: number) =>
    sum(effects.map((of) => (of.effect === kind && 'line' in of && of.line === line ? of.quantity : 0)));
  for (const line of await kysely
    .selectFrom('order_lines')
    .selectAll()
    .where('order_number', '=', order_number)
    .execute()) {
    const refunded = effects
      .flatMap((of) => (of.effect === 'refund' ? of.lines : []))
      .filter((of) => of.line === line.line);
    expect(line).toMatchObject({
      cancelled_quantity: counted('cancel_units', line.line),
      return_requested_quantity: counted('request_return', line.line),
      claimed_quantity: counted('claim_units', line.line),
      refunded_quantity: sum(refunded.map(({ quantity }) => quantity)),
    });
    expect(line.cancelled_quantity + line.shipped_quantity).toBeLessThanOrEqual(line.quantity);
    expect(line.refunded_quantity).toBeLessThanOrEqual(line.quantity);
  }
  const parts = effects.flatMap((of) => (of.effect === 'refund' ? of.parts : []));
  for (const payment of await kysely
    .selectFrom('payments')
    .selectAll()
    .where('order_number', '=', order_number)
    .execute()) {
    expect(payment.refunded_cents).toBe(
      sum(parts.filter((part) => part.payment === payment.payment).map((part) => part.amount_cents)),
    );
    expect(payment.refunded_cents).toBeLessThanOrEqual(payment.captured_cents);
  }
}

/** Nothing was sold that was not there, and everything that was set aside belongs to an order. */
async function expectStockConserved(): Promise<void> {
  const { database: kysely } = database;
  const effects = await effectsOf();
  const lines = await kysely
    .selectFrom('order_lines')
    .select(['line', 'sku'])
    .where('order_number', '=', delivered)
    .execute();
  for (const [sku, before] of Object.entries(stock)) {
    const line = lines.find((of) => of.sku === sku)?.line;
    const back = sum(effects.map((of) => (of.effect === 'cancel_units' && of.line === line ? of.quantity : 0)));
    const gone = sum(effects.map((of) => (of.effect === 'send_units' && of.sku === sku ? of.quantity : 0)));
    const kept = sum(effects.map((of) => (of.effect === 'reserve_stock' && of.sku === sku ? of.quantity : 0)));
    const variant = await kysely.selectFrom('variants').selectAll().where('sku', '=', sku).executeTakeFirstOrThrow();
    expect(variant).toMatchObject({ stock: before + back - gone, reserved: kept });
  }
}

/** Each change that was answered as done is in the history, kept and told, once. */
async function expectEachOnce(done: number): Promise<void> {
  const { database: kysely } = database;
  const history = await kysely.selectFrom('order_history').select(['change_id', 'kind']).execute();
  const told = await kysely.selectFrom('customer_notices').select('key').execute();
  const returns = await kysely.selectFrom('returns').select('change_id').execute();
  const claims = await kysely.selectFrom('claims').select('claim_id').execute();
  const ofKind = (kinds: string[]) =>
    history.filter(({ kind }) => kinds.includes(kind)).map(({ change_id }) => change_id);
  expect(history).toHaveLength(done);
  expect(told.map(({ key }) => key.split(' ')[0]).sort()).toEqual(history.map(({ change_id }) => change_id).sort());
  expect(returns.map(({ change_id }) => change_id).sort()).toEqual(ofKind(['return', 'exchange']).sort());
  expect(claims.map(({ claim_id }) => claim_id).sort()).toEqual(ofKind(['claim']).sort());
}
