import type { ExchangeOptions } from '@orderline/contract/exchange.ts';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change, confirm, propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
});
beforeEach(async () => {
  await database.database.deleteFrom('orders').execute();
  await database.database.deleteFrom('variants').execute();
  await database.database.deleteFrom('returns').execute();
  await database.database.deleteFrom('claims').execute();
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** The demo catalogue's order with ten dollars off: two navy tees in M and one pair of joggers, delivered five days ago. */
const discounted = 'ORD-10028';

async function verifiedCall(order_number: string, email = 'customer@email.com'): Promise<OrderCall> {
  const call = await orderCall(server);
  expect((await call.lookUp({ order_number, verification: { email } })).statusCode).toBe(200);
  return call;
}

const stockOf = (sku: string) =>
  database.database.selectFrom('variants').select(['stock', 'reserved']).where('sku', '=', sku).executeTakeFirst();
const lineOf = (order: string, line = 1) =>
  database.database
    .selectFrom('order_lines')
    .selectAll()
    .where('order_number', '=', order)
    .where('line', '=', line)
    .executeTakeFirstOrThrow();

const toSize = (size: string, more: object = {}) => ({
  kind: 'exchange',
  lines: [{ line: 1, quantity: 1, variant: { size } }],
  condition: 'as_new',
  reason: 'size',
  ...more,
});

describe('an exchange', () => {
  test('M to L, in stock: one unit is set aside, nothing is charged, the label is sent', async () => {
    const call = await verifiedCall(discounted);
    const before = await stockOf('TEE-NVY-L');
    const proposed = (await propose(call, discounted, toSize('L'))).json<ProposalResponse>();
    expect(proposed.say).toMatch(/^I've found 1 x Classic Tee - Navy, Size L in stock\./);
    expect(proposed.consequences).toMatchObject({
      fee_cents: 0,
      stock: [{ sku: 'TEE-NVY-L', quantity: 1, move: 'reserved' }],
      ship_by: '2026-03-12',
    });
    const done = await confirm(call, proposed);
    expect(done.json()).toMatchObject({ outcome: 'done', rma: expect.stringMatching(/^RMA-/) as string });
    expect(await stockOf('TEE-NVY-L')).toEqual({ stock: before?.stock, reserved: (before?.reserved ?? 0) + 1 });
    expect(await lineOf(discounted)).toMatchObject({ return_requested_quantity: 1 });
  });

  test.each([
    ['M', { reason: 'same_variant', offers: ['claim', 'other_variant'] }],
    ['XXXL', { reason: 'no_such_variant', offers: ['other_variant', 'return'] }],
    ['XL', { reason: 'out_of_stock', offers: ['other_variant', 'return'] }],
  ])('of M to %s is refused', async (size, refusal) => {
    const refused = await propose(await verifiedCall(discounted), discounted, toSize(size));
    expect(refused.json()).toMatchObject({ status: 422, code: 'refused', ...refusal });
  });

  test('of a final sale, or on day 33, is refused as a return would be', async () => {
    const finalSale = await propose(await verifiedCall('#W2000010'), '#W2000010', toSize('L'));
    expect(finalSale.json()).toMatchObject({ status: 422, reason: 'final_sale' });
    const late = await verifiedCall('ORD-10025', 'grace_kim@example.com');
    expect((await propose(late, 'ORD-10025', toSize('L'))).json()).toMatchObject({ reason: 'window_passed' });
  });

  test('is not proposed before the condition was asked', async () => {
    const call = await verifiedCall(discounted);
    expect((await propose(call, discounted, toSize('L', { condition: undefined }))).json()).toMatchObject({
      reason: 'condition_unknown',
    });
  });

  test('for the last unit by two callers at once: one gets it', async () => {
    const toWhiteS = toSize('S', { lines: [{ line: 1, quantity: 1, variant: { colour: 'White', size: 'S' } }] });
    const [one, other] = [await verifiedCall(discounted), await verifiedCall('ORD-10020', 'maya.torres@example.com')];
    const proposals = [await propose(one, discounted, toWhiteS), await propose(other, 'ORD-10020', toWhiteS)];
    const [ofOne, ofOther] = proposals.map((proposed) => proposed.json<ProposalResponse>());
    if (ofOne === undefined || ofOther === undefined) throw new Error('both were proposed');

    const answers = await Promise.all([confirm(one, ofOne), confirm(other, ofOther)]);
    const [done, refused] = answers.sort((first, second) => first.statusCode - second.statusCode);
    expect(done.json()).toMatchObject({ outcome: 'done' });
    expect(refused.json()).toMatchObject({ reason: 'out_of_stock' });
    expect(await stockOf('TEE-WHT-S')).toEqual({ stock: 1, reserved: 1 });
  });
});

test('what an item may be exchanged for is told, with what is in stock', async () => {
  const call = await verifiedCall(discounted);
  const told = (await call.get(`/api/orders/${discounted}/lines/1/exchange-options`)).json<ExchangeOptions>();
  expect(told).toMatchObject({ variant: { size: 'M', colour: 'Navy' }, axes: ['size', 'colour'] });
  const optionOf = (sku: string) => told.options.find((option) => option.sku === sku);
  expect(optionOf('TEE-NVY-L')).toMatchObject({ is_in_stock: true, price_difference_cents: 0 });
  expect(optionOf('TEE-WHT-M')).toMatchObject({ variant: { colour: 'White', size: 'M' }, is_in_stock: true });
  expect(optionOf('TEE-NVY-XL')).toMatchObject({ is_in_stock: false });
  expect(told.say).toBe('The Classic Tee - Navy, Size M also comes in L, S and White. Which would you like?');
  expect((await call.get(`/api/orders/${discounted}/lines/9/exchange-options`)).statusCode).toBe(404);
});

const damaged = (wish: string, lines = [{ line: 1, quantity: 1 }]) => ({
  kind: 'claim',
  lines,
  problem: 'damaged',
  wish,
});

describe('a claim', () => {
  test('is paid back at once with its share of the discount, and nothing is sent back', async () => {
    const done = await change(await verifiedCall(discounted), discounted, damaged('refund'));
    expect(done.json()).toMatchObject({ outcome: 'done', say: expect.stringContaining('$27.26') as string });
    const payment = await database.database
      .selectFrom('payments')
      .select('refunded_cents')
      .where('order_number', '=', discounted)
      .executeTakeFirst();
    expect(payment?.refunded_cents).toBe(2726);
    expect(await lineOf(discounted)).toMatchObject({ claimed_quantity: 1, refunded_quantity: 1, returned_quantity: 0 });
  });

  test('is sent again out of the stock, by express for a loyal customer', async () => {
    const call = await verifiedCall('#W2000012', 'priya.raman@example.org');
    const done = await change(call, '#W2000012', damaged('replacement', [{ line: 2, quantity: 1 }]));
    expect(done.json()).toMatchObject({ outcome: 'done', say: expect.stringContaining('express shipping') as string });
    const replacements = await database.database.selectFrom('replacements').selectAll().execute();
    expect(replacements).toMatchObject([{ order_number: '#W2000012', sku: 'GLS-4', quantity: 1, shipping: 'express' }]);
  });

  test('whose replacement is out of stock is offered a refund', async () => {
    const call = await verifiedCall('#W2000012', 'priya.raman@example.org');
    expect((await propose(call, '#W2000012', damaged('replacement'))).json()).toMatchObject({
      status: 422,
      reason: 'out_of_stock',
      offers: ['refund', 'wait', 'escalation'],
    });
  });

  test('on electronics long past their window is settled like any other', async () => {
    const call = await verifiedCall('ORD-10023', 'daniel.okafor@example.com');
    expect((await change(call, 'ORD-10023', damaged('refund'))).json()).toMatchObject({ outcome: 'done' });
    expect((await propose(call, 'ORD-10023', damaged('refund'))).json()).toMatchObject({
      reason: 'already_claimed',
      offers: ['escalation'],
    });
  });

  test('of a final sale is settled, of what is still on its way is looked for', async () => {
    expect((await change(await verifiedCall('#W2000010'), '#W2000010', damaged('refund'))).statusCode).toBe(200);
    expect((await propose(await verifiedCall('ORD-12345'), 'ORD-12345', damaged('refund'))).json()).toMatchObject({
      reason: 'not_delivered_yet',
      offers: ['wait', 'investigation'],
    });
  });
});
