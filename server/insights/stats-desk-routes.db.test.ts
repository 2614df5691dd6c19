import type { StatsResponse } from '@orderline/contract/stats.ts';
import type { ChangeKind } from '@orderline/contract/proposal.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { signInTestStaff, type SignedInTestStaff } from '../../test/support/test-staff.ts';
import { testServer, type TestServer } from '../../test/support/test-server.ts';

let database: FreshDatabase;
let server: TestServer;
let staff: SignedInTestStaff;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => new Date('2026-03-11T15:00:00Z') });
  staff = await signInTestStaff(server, 'qa');
  for (const call of calls) await insertCall(call);
  await insertReturns();
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

interface Call {
  readonly id: string;
  readonly at: string;
  readonly seconds?: number;
  readonly end?: string;
  readonly isVerified?: boolean;
  readonly tool?: string;
  readonly message?: string;
  readonly proposals?: readonly ChangeKind[];
  readonly request?: { readonly matter: string; readonly change?: object };
  readonly isSearchedFor?: boolean;
}

/** 23:30 in New York on the 8th, half an hour after midnight by UTC's 9th. */
const lateOnThe8th = '2026-03-09T03:30:00Z';

const calls: readonly Call[] = [
  { id: 'status', at: '2026-03-08T15:00:00Z', seconds: 60, end: 'goodbye', isVerified: true },
  {
    id: 'late',
    at: lateOnThe8th,
    seconds: 120,
    end: 'customer_left',
    isVerified: true,
    proposals: ['return', 'claim'],
  },
  { id: 'question', at: '2026-03-09T15:00:00Z', seconds: 30, end: 'goodbye', tool: 'search_knowledge' },
  { id: 'refused', at: '2026-03-09T15:10:00Z', seconds: 90, end: 'goodbye', tool: 'order_lookup' },
  { id: 'person', at: '2026-03-09T15:20:00Z', seconds: 300, end: 'goodbye', isVerified: true, message: 'Ring me' },
  { id: 'broken', at: '2026-03-09T15:30:00Z', seconds: 10, end: 'failed', isVerified: true },
  { id: 'open', at: '2026-03-11T14:59:00Z', isVerified: true },
  {
    id: 'late return',
    at: '2026-03-10T10:00:00Z',
    seconds: 60,
    end: 'goodbye',
    isVerified: true,
    request: { matter: 'late_return' },
  },
  {
    id: 'searched',
    at: '2026-03-10T11:00:00Z',
    seconds: 60,
    end: 'goodbye',
    isVerified: true,
    request: { matter: 'facts_unknown', change: { kind: 'claim', problem: 'damaged' } },
    isSearchedFor: true,
  },
  { id: 'before', at: '2026-02-01T15:00:00Z', seconds: 60, end: 'goodbye', isVerified: true },
];

async function insertCall(call: Call) {
  const { id, at, seconds, end, isVerified, tool, message, proposals = [], request, isSearchedFor } = call;
  const { database: db } = database;
  await sql`insert into calls (id, channel, customer_identity, origin_key, opened_at, ended_at, end_reason)
    values (${id}, 'web', 'visitor', 'ip', ${at}, ${at}::timestamptz + ${seconds ?? null} * interval '1 second',
      ${end ?? null})`.execute(db);
  if (isVerified === true) {
    await sql`insert into verified_orders (call_id, order_number, verified_at)
      values (${id}, 'ORD-12345', ${at})`.execute(db);
  }
  if (tool !== undefined) {
    await sql`insert into call_events (call_id, id, kind, event, stored_at)
      values (${id}, 'tool', 'tool_call', jsonb_build_object('name', ${tool}::text), ${at})`.execute(db);
  }
  if (message !== undefined) {
    await sql`insert into visitor_messages (call_id, text, contact, left_at)
      values (${id}, ${message}, 'me@example.com', ${at})`.execute(db);
  }
  if (request !== undefined) {
    const { matter, change } = request;
    await sql`insert into escalations (id, call_id, order_number, matter, request, change, context, consequences, state,
        asked_at, decided_at, decided_via, reason)
      values (gen_random_uuid(), ${id}, 'ORD-12345', ${matter}, 'Please', ${change === undefined ? null : JSON.stringify(change)}::jsonb,
        '{}', '{"lines": [{"name": "Mug", "quantity": 1}]}', 'approved', ${at}, ${at}, 'desk', 'fair')`.execute(db);
  }
  if (isSearchedFor === true) {
    await sql`insert into investigations (id, call_id, order_number, sealed_factor, parcel_key, parcel, lines, why,
        opened_at)
      values (gen_random_uuid(), ${id}, 'ORD-12345', 'sealed', '1Z', '{}', '[]', 'no_scan', ${at})`.execute(db);
  }
  for (const kind of proposals) {
    await insertProposal({ callId: id, kind, state: 'declined', at });
  }
}

interface Proposed {
  readonly callId: string;
  readonly kind: ChangeKind;
  readonly state: 'declined' | 'done';
  readonly at: string;
  readonly request?: object;
  readonly lines?: readonly object[];
}

async function insertProposal({ callId, kind, state, at, request = {}, lines = [] }: Proposed): Promise<string> {
  const isDone = state === 'done';
  const { rows } = await sql<{ id: string }>`
    insert into proposals (id, call_id, order_number, kind, request, consequences, say, state, proposed_at, expires_at,
      answered_at, turn_id, outcome)
    values (gen_random_uuid(), ${callId}, 'ORD-12345', ${kind}, ${JSON.stringify(request)}::jsonb,
      ${JSON.stringify({ lines })}::jsonb, '', ${state}, ${at}, ${at}, ${at},
      ${isDone ? `turn ${kind}` : null}, ${isDone ? '{}' : null}::jsonb)
    returning id`.execute(database.database);
  return rows[0]?.id ?? '';
}

/** Two returns of one product that the store has a number for, one withdrawn; and a claim. */
async function insertReturns() {
  const tee = { line: 1, quantity: 2, name: '=Classic Tee, "M"', sku: 'TEE-M' };
  const returned = await insertProposal({
    callId: 'status',
    kind: 'return',
    state: 'done',
    at: '2026-03-08T15:00:00Z',
    lines: [tee],
  });
  await sql`insert into returns (rma, kind, order_number, change_id, state, reason, requested_at, ship_by) values
    ('RMA-1', 'return', 'ORD-12345', ${returned}, 'requested', 'size', '2026-03-08T15:00:00Z', '2026-03-15'),
    ('RMA-2', 'return', 'ORD-12345', gen_random_uuid(), 'cancelled', 'size', '2026-03-08T15:00:00Z', '2026-03-15'),
    ('RMA-3', 'exchange', 'ORD-12345', gen_random_uuid(), 'received', 'fit', '2026-03-09T15:00:00Z', '2026-03-15')
    `.execute(database.database);
  await sql`insert into return_lines (rma, line, name, quantity, received) values
    ('RMA-1', 1, ${tee.name}, 2, 0), ('RMA-2', 1, ${tee.name}, 1, 0), ('RMA-3', 2, 'Jogger Pants', 1, 1)`.execute(
    database.database,
  );
  await insertProposal({
    callId: 'question',
    kind: 'claim',
    state: 'done',
    at: '2026-03-09T15:00:00Z',
    request: { problem: 'defective' },
    lines: [{ line: 3, quantity: 1, name: 'Lamp', sku: 'LAMP' }],
  });
}

const stats = async (query = '') => (await staff.get(`/api/desk/stats${query}`)).json<StatsResponse>();

test('counts the calls of a period, in the store’s days', async () => {
  const { from, to, time_zone, days, total } = await stats('?from=2026-03-08&to=2026-03-09');
  expect({ from, to, time_zone }).toEqual({ from: '2026-03-08', to: '2026-03-09', time_zone: 'America/New_York' });
  expect(days).toEqual([
    {
      day: '2026-03-08',
      calls: 2,
      verified: 2,
      solved_without_person: 2,
      escalated: 0,
      median_seconds: 90,
      p90_seconds: 114,
    },
    {
      day: '2026-03-09',
      calls: 4,
      verified: 2,
      solved_without_person: 1,
      escalated: 1,
      median_seconds: 60,
      p90_seconds: 237,
    },
  ]);
  expect(total).toEqual({
    calls: 6,
    verified: 4,
    solved_without_person: 3,
    escalated: 1,
    median_seconds: 75,
    p90_seconds: 210,
  });
});

test('a call that goes on is counted, and is neither solved nor long', async () => {
  const { total } = await stats('?from=2026-03-11&to=2026-03-11');
  expect(total).toEqual({ calls: 1, verified: 1, solved_without_person: 0, escalated: 0 });
});

test('tells what calls were about, of those that were left to people too', async () => {
  const { matters, total } = await stats('?from=2026-03-08&to=2026-03-10');
  expect(Object.fromEntries(matters.map(({ matter, calls: count }) => [matter, count]))).toEqual({
    claim: 3,
    return: 3,
    status: 1,
    lost_parcel: 1,
    none: 1,
    other_request: 1,
    question: 1,
  });
  expect(total).toMatchObject({ calls: 8, escalated: 3, solved_without_person: 3 });
});

test('tells what came back by product and reason, and not what was withdrawn', async () => {
  const { returns } = await stats();
  expect(returns).toEqual([
    { sku: 'TEE-M', name: '=Classic Tee, "M"', kind: 'return', reason: 'size', units: 2, times: 1 },
    { sku: 'LAMP', name: 'Lamp', kind: 'claim', reason: 'defective', units: 1, times: 1 },
    { name: 'Jogger Pants', kind: 'exchange', reason: 'fit', units: 1, times: 1 },
    { name: 'Mug', kind: 'claim', reason: 'damaged', units: 1, times: 1 },
  ]);
});

test('takes the last thirty days unless told otherwise', async () => {
  expect(await stats()).toMatchObject({ from: '2026-02-10', to: '2026-03-11', total: { calls: 9 } });
});

test.each([
  'from=2026-03-09&to=2026-03-08',
  'from=2024-01-01&to=2026-03-08',
  'from=yesterday',
  'to=2026-02-30',
  'to=9999-12-31',
  'to=0000-01-01',
])('refuses %s', async (query) => {
  expect((await staff.get(`/api/desk/stats?${query}`)).json()).toMatchObject({ status: 400, code: 'malformed' });
});

test('gives each table as CSV in which no name is a formula', async () => {
  const answer = await staff.get('/api/desk/stats.csv?from=2026-03-08&to=2026-03-09&table=returns');
  expect(answer.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
  expect(answer.headers['content-disposition']).toBe(
    'attachment; filename="orderline-returns-2026-03-08-2026-03-09.csv"',
  );
  expect(answer.body.split('\r\n').slice(0, 2)).toEqual([
    'sku,name,kind,reason,units,times',
    `TEE-M,"'=Classic Tee, ""M""",return,size,2,1`,
  ]);
  const days = await staff.get('/api/desk/stats.csv?from=2026-03-11&to=2026-03-11');
  expect(days.body).toBe(
    'day,calls,verified,solved_without_person,escalated,median_seconds,p90_seconds\r\n2026-03-11,1,1,0,0,,\r\n',
  );
  const matters = await staff.get('/api/desk/stats.csv?from=2026-03-11&to=2026-03-11&table=matters');
  expect(matters.body).toBe('matter,calls\r\nstatus,1\r\n');
  expect((await staff.get('/api/desk/stats.csv?table=orders')).statusCode).toBe(400);
});

test.each(['/api/desk/stats', '/api/desk/stats.csv'])('%s is for those who signed in', async (url) => {
  expect((await server.app.inject(url)).statusCode).toBe(401);
});
