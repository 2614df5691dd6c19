import type { Effect } from '@orderline/contract/store-change.ts';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { CallRecord } from './call-record.ts';
import { now } from './marked-store.ts';
import type { TrueLine, TrueOrder } from './true-orders.ts';

const dayMs = 86_400_000;
/** The policy's numbers once more, so that a slip in the rules or in the profile is seen. */
const returnDays = { electronics: 15, others: 30 };
const extraDays = new Map([
  ['gold', 15],
  ['platinum', 30],
]);
const unshipped = ['processing', 'on_hold', 'back_ordered', 'partially_shipped'];

/** By an oracle that knows the policy in its simplest words: no call bends it, whatever is said in it. */
export async function expectPolicyKept({ store, orders }: CallRecord): Promise<void> {
  const { database } = store;
  const changes = await database.selectFrom('order_history').selectAll().orderBy('version').execute();
  for (const { order_number, change_id, kind, effects } of changes) {
    const order = orders.find(({ number }) => number === order_number);
    if (order === undefined) throw new Error(`There is no ${order_number}`);
    const proposal = await database
      .selectFrom('proposals')
      .select('request')
      .where('id', '=', change_id)
      .executeTakeFirstOrThrow();
    const { request } = proposal;
    // The driver reads JSON by itself.
    for (const effect of effects as unknown as Effect[]) expectAllowed(order, effect);
    if (kind === 'cancellation') expect(unshipped).toContain(order.status);
    if (request.kind === 'address_change') {
      expect(order.status).toMatch(/^(processing|on_hold|back_ordered)$/);
      expect(request.address.country).toBe(order.country);
    }
    if (request.kind === 'return' || request.kind === 'exchange') expect(request.condition).toBe('as_new');
    if (request.kind === 'reship') expect(order.status).toBe('returned_to_sender');
  }
  await expectCountsHold(store.database);
}

function expectAllowed(order: TrueOrder, effect: Effect): void {
  switch (effect.effect) {
    case 'cancel_units':
      expect(effect.quantity).toBeLessThanOrEqual(lineOf(order, effect).quantity - lineOf(order, effect).shipped);
      return;
    case 'request_return': {
      const { isNeverReturned, delivered, kind } = lineOf(order, effect);
      expect(isNeverReturned, 'an item that is never returned').toBe(false);
      expect(effect.quantity).toBeLessThanOrEqual(delivered);
      const days = (kind === 'electronics' ? returnDays.electronics : returnDays.others) + loyalDays(order);
      const last = Math.max(...order.parcels.map(({ deliveredAt }) => deliveredAt?.getTime() ?? 0));
      // A day counts to its end, in the store's time zone.
      expect((now.getTime() - last) / dayMs, 'days since delivery').toBeLessThan(days + 1);
      return;
    }
    case 'claim_units':
      expect(effect.quantity).toBeLessThanOrEqual(lineOf(order, effect).delivered);
      return;
    case 'refund':
      expect(effect.amount_cents).toBeLessThanOrEqual(order.totalCents);
      return;
    case 'change_address':
    case 'withdraw_return':
    case 'receive_return':
    case 'reserve_stock':
    case 'release_stock':
    case 'send_units':
      return;
  }
}

function lineOf(order: TrueOrder, { line }: { line: number }): TrueLine {
  const found = order.lines.find((of) => of.line === line);
  if (found === undefined) throw new Error(`${order.number} has no line ${line}`);
  return found;
}

const loyalDays = ({ tier }: TrueOrder) => extraDays.get(tier ?? '') ?? 0;

/** Of no order more is refunded than was paid, and no more units are cancelled, returned or claimed than there are. */
async function expectCountsHold(database: CallRecord['store']['database']): Promise<void> {
  const { rows } = await sql<{ order_number: string }>`
    select order_number from payments where refunded_cents > captured_cents
    union all
    select order_number from order_lines where cancelled_quantity + shipped_quantity > quantity
      and exists (select 1 from order_history h where h.order_number = order_lines.order_number)
    union all
    select order_number from order_lines where return_requested_quantity + returned_quantity > delivered_quantity
    union all
    select order_number from order_lines where claimed_quantity > delivered_quantity
    union all
    select sku from variants where reserved > stock or stock < 0`.execute(database);
  expect(rows).toEqual([]);
}
