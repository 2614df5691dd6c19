import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, propose } from '../../test/support/answer-proposal.ts';
import { apiOperations, filledPath, type Operation } from '../../test/support/api-operations.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall, type OrderCall } from '../../test/support/order-call.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { bearer, openTestCall, testServer, workerKey, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let server: TestServer;
let operations: Operation[];
/** What the victim's call has proved and made. */
let theirs: Record<string, string>;
let stranger: OrderCall;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
  operations = await apiOperations(server.app);

  const victim = await orderCall(server);
  await victim.lookUp({ order_number: 'ORD-10028', verification: { email: 'customer@email.com' } });
  const back = { kind: 'return', lines: [{ line: 2, quantity: 1 }], condition: 'as_new', reason: 'size' };
  const { rma } = (await change(victim, 'ORD-10028', back)).json<{ rma: string }>();
  const claim = { kind: 'claim', lines: [{ line: 1, quantity: 1 }], problem: 'damaged', wish: 'refund' };
  const { proposal_id } = (await propose(victim, 'ORD-10028', claim)).json<ProposalResponse>();
  theirs = { id: victim.id, order_number: 'ORD-10028', line: '1', rma, proposal_id };
  // The stranger has proved an order of their own, and so has every right but this one.
  stranger = await orderCall(server);
  await stranger.lookUp({ order_number: 'ORD-10022', verification: { email: 'daniel.okafor@example.com' } });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const ask = ({ method, path }: Operation, headers: Record<string, string> = {}, payload: object = {}) =>
  server.app.inject({
    method,
    url: filledPath(path, theirs),
    headers,
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload }),
  });

const openedBy = (security: string) => operations.filter((operation) => operation.security === security);

/** Bodies that are right, so that it is not the body which is refused. */
const rightBodies: Readonly<Record<string, object>> = {
  '/api/orders/{order_number}/proposals': { kind: 'cancellation' },
  '/api/orders/{order_number}/messages': { kind: 'receipt', channel: 'email' },
  '/api/orders/{order_number}/texting-consent': { answer: 'yes', turn_id: 'a turn' },
  '/api/orders/{order_number}/escalations': { matter: 'other', request: 'Give it to me' },
  '/api/orders/{order_number}/investigations': {},
  '/api/proposals/{proposal_id}/accept': { turn_id: 'a turn', by: 'voice' },
  '/api/calls/{id}/events': {
    events: [{ kind: 'turn', id: 't', role: 'customer', text: 'Hi', by: 'text', at: now.toISOString() }],
  },
  '/api/calls/{id}/end': { reason: 'goodbye' },
};

describe('without anything that opens it', () => {
  test('nothing is answered but what is open to everyone', async () => {
    const open = operations.filter(({ security }) => security === undefined).map(({ path }) => path);
    expect(open.sort()).toEqual(openToEveryone);
    for (const operation of operations.filter(({ security }) => security !== undefined)) {
      const response = await ask(operation, {}, rightBodies[operation.path]);
      expect(response.statusCode, `${operation.method} ${operation.path}`).toBe(401);
    }
  });

  test('another key is none', async () => {
    const opened = await openTestCall(server.app);
    const wrong: Record<string, Record<string, string>[]> = {
      callToken: [bearer(workerKey), bearer(opened.visit_token), bearer('nonsense'), { authorization: 'Basic eDp5' }],
      visitToken: [bearer(workerKey), stranger.headers],
      workerKey: [stranger.headers, bearer(opened.visit_token)],
      deskSession: [bearer(workerKey), stranger.headers, { cookie: 'orderline-desk=nonsense' }],
    };
    for (const [security, keys] of Object.entries(wrong)) {
      for (const operation of openedBy(security)) {
        for (const headers of keys) {
          const response = await ask(operation, headers, rightBodies[operation.path]);
          expect(response.statusCode, `${operation.method} ${operation.path}`).toBe(401);
        }
      }
    }
  });
});

/** By the signature of a link or of a webhook, or because it is where everyone begins. */
const openToEveryone = [
  '/api/desk/sign-in',
  '/api/token',
  '/health',
  '/labels/{file}',
  '/webhooks/livekit',
  '/webhooks/orders',
  '/webhooks/twilio',
];

describe("with another call's token", () => {
  test("nothing of the victim's is told or changed", async () => {
    const before = await contents();
    for (const operation of openedBy('callToken')) {
      if (!operation.path.includes('{')) continue;
      const response = await ask(operation, stranger.headers, rightBodies[operation.path]);
      const isOfCall = operation.path.startsWith('/api/calls/');
      expect(response.statusCode, `${operation.method} ${operation.path}: ${response.body}`).toBe(isOfCall ? 401 : 404);
      expect(response.body).not.toMatch(/Classic Tee|Jogger|Austin|78701|4242|customer@email/);
    }
    expect(await contents()).toEqual(before);
  });
});

/** What the victim's order and call consist of. */
async function contents() {
  const kysely = database.database;
  return {
    order: await kysely.selectFrom('orders').selectAll().where('order_number', '=', 'ORD-10028').execute(),
    proposals: await kysely.selectFrom('proposals').select(['id', 'state']).execute(),
    returns: await kysely.selectFrom('returns').select(['rma', 'state', 'labels']).execute(),
    calls: await kysely
      .selectFrom('calls')
      .select(['id', 'ended_at'])
      .where('id', '=', theirs['id'] ?? '')
      .execute(),
    messages: await kysely.selectFrom('messages').select('id').execute(),
  };
}

test('at the desk, testers may look and not decide', async () => {
  const qa = await signInTestStaff(server, 'qa');
  const headers = { cookie: qa.cookie, 'orderline-csrf': qa.csrf };
  const ownAccount = ['/api/desk/sign-out', '/api/desk/password'];
  for (const operation of openedBy('deskSession')) {
    if (operation.method === 'GET' || ownAccount.includes(operation.path)) continue;
    const response = await ask(operation, headers);
    expect(response.statusCode, `${operation.method} ${operation.path}`).toBe(403);
  }
});

test('at the desk, a change without the CSRF token is refused', async () => {
  const staff = await signInTestStaff(server);
  for (const operation of openedBy('deskSession').filter(({ method }) => method !== 'GET')) {
    const response = await ask(operation, { cookie: staff.cookie });
    expect(response.json(), `${operation.method} ${operation.path}`).toMatchObject({ code: 'csrf_token_needed' });
  }
});
