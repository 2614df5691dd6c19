import type { Problem } from '@orderline/contract/problem.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { propose } from '../../test/support/answer-proposal.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { storeTurns } from '../../test/support/store-turns.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';
import { insertSuppression } from './suppressions-table.ts';

let database: FreshDatabase;
let server: TestServer;
let call: OrderCall;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  await seedDemoOrders(database.database, { now: new Date(), timeZone: 'America/New_York' });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});
beforeEach(async () => {
  await database.database.deleteFrom('texting_consents').execute();
  await database.database.deleteFrom('suppressions').execute();
  call = await provedCall();
});

async function provedCall(): Promise<OrderCall> {
  const opened = await orderCall(server);
  await opened.lookUp({ order_number: 'ORD-10003', verification: { email: 'customer@email.com' } });
  await storeTurns(opened, [
    { id: 'asked', role: 'agent', text: 'May I text you at the phone number on your order?' },
    { id: 'answered', role: 'customer', text: 'Sure, my card is 4242 4242 4242 4242.' },
  ]);
  return opened;
}

const answer = (of: 'yes' | 'no', turn_id = 'answered', order = 'ORD-10003') =>
  call.post(`/api/orders/${order}/texting-consent`, { answer: of, turn_id });
const texting = async (of = call) => {
  const proposed = await propose(of, 'ORD-10003', { kind: 'cancellation' });
  return proposed.json<{ texting: string }>().texting;
};
const evidence = () => database.database.selectFrom('texting_consents').selectAll().execute();

test('a yes is asked for once, kept as evidence without a card number, and holds in later calls', async () => {
  expect(await texting()).toBe('ask');
  const response = await answer('yes');
  expect(response.json()).toEqual({ texting: 'allowed', say: "Thanks, I'll text you at the number on your order." });
  expect(await texting()).toBe('allowed');
  const [kept, ...others] = await evidence();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    answer: 'yes',
    call_id: call.id,
    turn_id: 'answered',
    asked: 'May I text you at the phone number on your order?',
  });
  expect(kept?.answered).toMatch(/^Sure, my card is/);
  expect(JSON.stringify(kept)).not.toMatch(/4242|512|customer@/);
  expect(await texting(await provedCall())).toBe('allowed');
});

test('a no means by e-mail, also in later calls, until the customer says otherwise', async () => {
  const response = await answer('no');
  expect(response.json()).toEqual({
    texting: 'never',
    say: "All right, I won't text you. I'll use the email on your order.",
  });
  call = await provedCall();
  expect(await texting()).toBe('never');
  expect((await answer('yes')).json()).toMatchObject({ texting: 'allowed' });
  expect(await texting()).toBe('allowed');
});

test('a yes does not undo what the phone itself has stopped', async () => {
  const stopped = { channel: 'sms', recipient: '+15125550142', reason: 'stopped', at: new Date() } as const;
  await insertSuppression(database.database, stopped);
  expect(await texting()).toBe('never');
  const response = await answer('yes');
  expect(response.json()).toMatchObject({ texting: 'never' });
  expect(response.json<{ say: string }>().say).toContain('has asked us not to text it');
});

test('sent again, also at the same moment, an answer is kept once', async () => {
  const responses = await Promise.all(Array.from({ length: 5 }, () => answer('yes')));
  expect(new Set(responses.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(await evidence()).toHaveLength(1);
});

test.each(['asked', 'never said', 'of another call'])('the turn "%s" is no answer', async (turn) => {
  const other = await provedCall();
  await storeTurns(other, [{ id: 'of another call', role: 'customer', text: 'Yes.' }]);
  const response = await answer('yes', turn);
  expect(response.statusCode).toBe(409);
  expect(response.json<Problem>().code).toBe('not_confirmed');
  expect(await evidence()).toEqual([]);
});

test('an order that was not proved in this call takes no consent, and one without a phone has nothing to consent to', async () => {
  expect((await answer('yes', 'answered', 'ORD-12345')).statusCode).toBe(404);
  await call.lookUp({ order_number: 'ORD-10012', verification: { email: 'grace_kim@example.com' } });
  const response = await answer('yes', 'answered', 'ORD-10012');
  expect(response.statusCode).toBe(422);
  expect(response.json<Problem>().reason).toBe('no_contact');
  expect(await evidence()).toEqual([]);
});

test('evidence is not rewritten, by nobody', async () => {
  await answer('yes');
  await expect(sql`update texting_consents set answer = 'no'`.execute(database.database)).rejects.toThrow(
    'only added to',
  );
});
