import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { propose, readBackAndAnswer } from '../../test/support/answer-proposal.ts';
import { cancellable } from '../../test/support/cancelling-caller.ts';
import { cancelledOnce, changesLeft } from '../../test/support/changes-left.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { callAbout, freshOrders } from '../../test/support/late-return.ts';
import type { OrderCall } from '../../test/support/order-call.ts';
import { patience } from '../../test/support/patience.ts';
import { ServerProcess } from '../../test/support/server-process.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';
import { freePort } from '../../stack/free-port.ts';

const order = 'ORD-10003';
let database: FreshDatabase;
let server: TestServer;
let call: OrderCall;
let proposal: ProposalResponse;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database);
  await server.app.ready();
});
beforeEach(async () => {
  await database.database.deleteFrom('calls').execute();
  await freshOrders(database, new Date());
  call = await callAbout(server, order, 'customer@email.com');
  proposal = (await propose(call, order, { kind: 'cancellation' })).json();
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const left = () => changesLeft(database.database, order);

test('of a server killed while it carries a change out nothing is left, and the same yes does it once', async () => {
  const port = await freePort();
  const victim = new ServerProcess(database.url, { PORT: String(port), TOKEN_SECRET: server.config.tokenSecret });
  try {
    const turn_id = await readBackAndAnswer(call, proposal);
    const yes = { turn_id, by: 'voice' };
    await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/health`), patience);

    let asked: Promise<unknown> | undefined;
    await database.database.transaction().execute(async (holder) => {
      // It waits for this order in the middle of its transaction.
      await sql`select from orders where order_number = ${order} for update`.execute(holder);
      asked = fetch(`http://127.0.0.1:${port}/api/proposals/${proposal.proposal_id}/accept`, {
        method: 'POST',
        headers: { ...call.headers, 'content-type': 'application/json' },
        body: JSON.stringify(yes),
      }).catch((error: unknown) => error);
      await vi.waitFor(async () => {
        const { rows } = await sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(database.database);
        expect(rows, victim.output).toHaveLength(1);
      }, patience);
      await victim.kill();
    });
    expect(await asked).toBeInstanceOf(TypeError);
    await vi.waitFor(async () => {
      expect(await left()).toEqual({ stored: [], history: [], sent: [] });
    }, patience);

    const answer = await call.post(`/api/proposals/${proposal.proposal_id}/accept`, yes);
    expect(answer.statusCode).toBe(200);
    expect(await left()).toEqual(cancelledOnce);
  } finally {
    await victim.kill();
  }
});

test('of a call that ends while its change is being carried out, the change is done or it is not, and the message says which', async () => {
  const outcomes = new Set<number>();
  for (const [index, number] of keysOf(cancellable).entries()) {
    const caller = await callAbout(server, number, cancellable[number]);
    const proposed: ProposalResponse = (await propose(caller, number, { kind: 'cancellation' })).json();
    const end = () => caller.post(`/api/calls/${caller.id}/end`, { reason: 'customer_left' });
    const turn_id = await readBackAndAnswer(caller, proposed);
    const accept = () => caller.post(`/api/proposals/${proposed.proposal_id}/accept`, { turn_id, by: 'voice' });
    // From the end well before the yes to well after it.
    const [accepted] = await Promise.all([
      delay(index < 2 ? 40 * (2 - index) : 0).then(accept),
      delay(index * 5).then(end),
    ]);
    outcomes.add(accepted.statusCode);
    const isDone = accepted.statusCode === 200;
    await vi.waitFor(async () => {
      const { rows } = await sql<{ kind: string }>`select kind from messages where call_id = ${caller.id}`.execute(
        database.database,
      );
      expect(rows).toEqual([{ kind: isDone ? 'cancellation_confirmed' : 'call_summary' }]);
    }, patience);
    const { history } = await changesLeft(database.database, number);
    expect(history).toEqual(isDone ? ['cancellation'] : []);
  }
  expect([...outcomes].sort()).toEqual([200, 409]);
});

const keysOf = (orders: typeof cancellable) => Object.keys(orders) as (keyof typeof cancellable)[];
