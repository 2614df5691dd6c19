import fc from 'fast-check';
import { problem } from '@orderline/contract/problem.ts';
import type { ProposalResponse } from '@orderline/contract/proposal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change, propose } from '../../test/support/answer-proposal.ts';
import { apiOperations, filledPath, type Operation, type Parameter } from '../../test/support/api-operations.ts';
import { arbitraryOfSchema } from '../../test/support/arbitrary-of-schema.ts';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { orderCall } from '../../test/support/order-call.ts';
import { signInTestStaff } from '../../test/support/test-staff.ts';
import { bearer, openTestCall, testServer, workerKey, type TestServer } from '../../test/support/test-server.ts';
import { seedDemoOrders } from '../orders/seed-demo-orders.ts';

const now = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
let server: TestServer;
let operations: Operation[];
let headersOf: Readonly<Record<string, Record<string, string>>>;
/** Of what is there, by the name of its parameter or property: so that requests get past "not found". */
let known: Record<string, readonly unknown[]>;

beforeAll(async () => {
  database = await freshDatabase();
  server = await testServer(database, { clock: () => now });
  await seedDemoOrders(database.database, { now, timeZone: 'America/New_York' });
  const call = await orderCall(server);
  for (const order_number of ['ORD-12345', 'ORD-10028', 'ORD-10003']) {
    await call.lookUp({ order_number, verification: { email: 'customer@email.com' } });
  }
  const back = { kind: 'return', lines: [{ line: 2, quantity: 1 }], condition: 'as_new', reason: 'size' };
  const { rma } = (await change(call, 'ORD-10028', back)).json<{ rma: string }>();
  const proposed = (await propose(call, 'ORD-10003', { kind: 'cancellation' })).json<ProposalResponse>();
  const opened = await openTestCall(server.app);
  const staff = await signInTestStaff(server);
  known = {
    order_number: ['ORD-12345', 'ORD-10028', 'ORD-10003'],
    proposal_id: [proposed.proposal_id],
    rma: [rma],
    room: [opened.id],
    id: [call.id],
    line: [1, 2],
    turn_id: ['answer-1'],
  };
  headersOf = {
    callToken: call.headers,
    visitToken: bearer(opened.visit_token),
    workerKey: bearer(workerKey),
    deskSession: { cookie: staff.cookie, 'orderline-csrf': staff.csrf },
  };
  operations = (await apiOperations(server.app)).filter(({ path }) => !leftOut.includes(path));
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** One never ends, the others end what opens the rest. */
const leftOut = ['/api/calls/{id}/commands', '/api/calls/{id}/end', '/api/desk/sign-out', '/api/desk/password'];

function valueOf({ name, schema }: Parameter): fc.Arbitrary<string> {
  const generated = arbitraryOfSchema(schema).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  const given = known[name];
  if (given === undefined) return generated;
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...given).map(String) }, generated);
}

const valuesIn = (parameters: readonly Parameter[], place: Parameter['in']) =>
  fc.record(Object.fromEntries(parameters.filter((of) => of.in === place).map((of) => [of.name, valueOf(of)])));

const requestOf = ({ method, path, parameters, body, security }: Operation) =>
  fc
    .record({
      path: valuesIn(parameters, 'path'),
      query: valuesIn(parameters, 'query'),
      body: body === undefined ? fc.constant(undefined) : arbitraryOfSchema(body, known),
    })
    .map((given) => ({
      method,
      url: filledPath(path, given.path),
      query: given.query,
      headers: security === undefined ? {} : (headersOf[security] ?? {}),
      ...(given.body === undefined ? {} : { payload: JSON.stringify(given.body), isJson: true }),
    }));

test('whatever is sent to whatever the API describes, it never fails, and says no as a problem', async () => {
  const seen = new Map<number, number>();
  for (const operation of operations) {
    await fc.assert(
      fc.asyncProperty(requestOf(operation), async ({ method, url, query, headers, payload, isJson }) => {
        const response = await server.app.inject({
          method,
          url,
          query,
          headers: { ...headers, ...(isJson === true ? { 'content-type': 'application/json' } : {}) },
          ...(payload === undefined ? {} : { payload }),
        });
        seen.set(response.statusCode, (seen.get(response.statusCode) ?? 0) + 1);
        if (response.statusCode < 400) return;
        expect(response.statusCode, `${method} ${url}: ${response.body}`).toBeLessThan(500);
        expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
        expect(problem.safeParse(response.json()).success).toBe(true);
        expect(response.body).not.toMatch(/ at .*\.[tj]s:\d|node_modules|select .* from /i);
      }),
      { numRuns: 12 },
    );
  }
  // Not all of it was turned away at the door.
  expect(seen.get(200) ?? 0).toBeGreaterThan(25);
  expect(seen.get(422) ?? 0).toBeGreaterThan(2);
});
