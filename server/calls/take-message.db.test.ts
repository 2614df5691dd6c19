import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';

let database: FreshDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  await server.app.ready();
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const leave = ({ id, post }: OrderCall, message: object) => post(`/api/calls/${id}/messages`, message);
const lamp = { text: 'My lamp has no shade', phone: '5125550142', best_time: 'after five' };

const keptOf = ({ id }: OrderCall) =>
  database.database
    .selectFrom('visitor_messages')
    .select(['text', 'contact', 'best_time'])
    .where('call_id', '=', id)
    .orderBy('id')
    .execute();
const toldOf = ({ id }: OrderCall) =>
  database.database
    .selectFrom('messages')
    .select(['kind', 'channel', 'recipient', 'text'])
    .where('call_id', '=', id)
    .execute();

test("a caller's message is kept with its number and time, and the store's people are told at once", async () => {
  const call = await orderCall(server);
  const answer = await leave(call, lamp);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    say: "Thank you. I've passed that on, and our team will call you back at (512) 555-0142.",
  });
  expect(await keptOf(call)).toEqual([{ text: lamp.text, contact: lamp.phone, best_time: lamp.best_time }]);
  const [letter, ...more] = await toldOf(call);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ kind: 'staff_message', channel: 'email', recipient: 'help@yourstore.com' });
  for (const part of [lamp.text, lamp.phone, lamp.best_time]) expect(letter?.text).toContain(part);
});

test('the same message sent again, its answer being lost, is kept and told once', async () => {
  const call = await orderCall(server);
  const answers = await Promise.all([leave(call, lamp), leave(call, lamp)]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(await keptOf(call)).toHaveLength(1);
  expect(await toldOf(call)).toHaveLength(1);
});

test('without a number it is the one that the caller rings from, and where none is known the caller is asked', async () => {
  const call = await orderCall(server);
  const refused = await leave(call, { text: lamp.text });
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({
    code: 'refused',
    say: "I'm sorry, I can't see your number. What number can they reach you at?",
  });
  await database.database
    .updateTable('calls')
    .set({ caller_number: '+15125550142' })
    .where('id', '=', call.id)
    .execute();
  expect((await leave(call, { text: lamp.text })).statusCode).toBe(200);
  expect(await keptOf(call)).toEqual([{ text: lamp.text, contact: '+15125550142', best_time: null }]);
});

test('no card number is kept, and no call floods the people with messages', async () => {
  const call = await orderCall(server);
  await leave(call, { ...lamp, text: 'My card is 4111 1111 1111 1111' });
  expect((await keptOf(call))[0]?.text).not.toContain('4111');
  for (let sent = 2; sent <= 3; sent += 1) {
    expect((await leave(call, { ...lamp, text: `Message ${sent}` })).statusCode).toBe(200);
  }
  expect((await leave(call, { ...lamp, text: 'One more' })).json()).toMatchObject({
    code: 'refused',
    say: 'Our team has your messages, and will call you back.',
  });
  expect(await keptOf(call)).toHaveLength(3);
});

test.each([
  [{}],
  [{ text: '' }],
  [{ text: 'x', phone: 'call me' }],
  [{ text: 'x'.repeat(1001) }],
  [{ ...lamp, to: 'x' }],
])('refuses %j', async (message) => {
  expect((await leave(await orderCall(server), message)).statusCode).toBe(400);
});
