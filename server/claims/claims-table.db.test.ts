import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { countClaimsSince, findClaims, insertClaim } from './claims-table.ts';

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const claim = (customer_key: string, day: string, order_number = 'ORD-1') =>
  insertClaim(
    fresh.database,
    {
      claim_id: randomUUID(),
      order_number,
      call_id: null,
      customer_key,
      problem: 'damaged',
      wish: 'refund',
      reason_words: null,
      value_cents: 2999,
      claimed_at: new Date(`${day}T12:00:00Z`),
    },
    [
      { line: 2, quantity: 1 },
      { line: 1, quantity: 2 },
    ],
  );

test('the claims of an order come oldest first, with their lines', async () => {
  await claim('ann', '2026-03-02');
  await claim('ann', '2026-03-01');
  const claims = await findClaims(fresh.database, 'ORD-1');
  expect(claims.map(({ claimedAt }) => claimedAt.toISOString().slice(0, 10))).toEqual(['2026-03-01', '2026-03-02']);
  expect(claims[0]).toMatchObject({
    problem: 'damaged',
    wish: 'refund',
    valueCents: 2999,
    lines: [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 1 },
    ],
  });
});

test("a customer's claims are counted over all orders, from a moment on, and nobody else's", async () => {
  await claim('bob', '2025-03-04', 'ORD-2');
  await claim('bob', '2025-03-06', 'ORD-2');
  await claim('bob', '2026-01-01', 'ORD-3');
  expect(await countClaimsSince(fresh.database, 'bob', new Date('2025-03-05T12:00:00Z'))).toBe(2);
});
