import type { Kysely } from 'kysely';
import type { Effect, EffectOf } from '@orderline/contract/store-change.ts';
import { expect } from 'vitest';
import type { Database } from '../../server/database/schema.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

async function historyOf(database: Kysely<Database>) {
  const rows = await database.selectFrom('order_history').selectAll().orderBy('version').execute();
  // The driver reads JSON by itself.
  return rows.map((row) => ({ ...row, effects: row.effects as unknown as Effect[] }));
}

const ofKind = <Kind extends Effect['effect']>(effects: readonly Effect[], kind: Kind): EffectOf<Kind>[] =>
  effects.filter((effect): effect is EffectOf<Kind> => effect.effect === kind);

/** An order's counters and payments are what its history says, and its versions have no gap. */
export async function expectOrderAddsUp(database: Kysely<Database>, orderNumber: string): Promise<void> {
  const history = (await historyOf(database)).filter(({ order_number }) => order_number === orderNumber);
  const order = await database
    .selectFrom('orders')
    .select('version')
    .where('order_number', '=', orderNumber)
    .executeTakeFirstOrThrow();
  expect(history.map(({ version }) => version)).toEqual(Array.from({ length: order.version - 1 }, (_, at) => at + 2));

  const effects = history.flatMap((change) => change.effects);
  const lines = await database.selectFrom('order_lines').selectAll().where('order_number', '=', orderNumber).execute();
  for (const line of lines) {
    const unitsIn = (units: readonly { line: number; quantity: number }[]) =>
      sum(units.filter((of) => of.line === line.line).map(({ quantity }) => quantity));
    const counted = (kind: 'cancel_units' | 'request_return' | 'withdraw_return' | 'claim_units') =>
      unitsIn(ofKind(effects, kind));
    expect(line).toMatchObject({
      cancelled_quantity: counted('cancel_units'),
      return_requested_quantity: counted('request_return') - counted('withdraw_return'),
      claimed_quantity: counted('claim_units'),
      refunded_quantity: unitsIn(ofKind(effects, 'refund').flatMap((refund) => refund.lines)),
    });
    expect(line.cancelled_quantity + line.shipped_quantity).toBeLessThanOrEqual(line.quantity);
    expect(line.refunded_quantity).toBeLessThanOrEqual(line.quantity);
    expect(line.return_requested_quantity).toBeLessThanOrEqual(line.delivered_quantity);
  }

  const parts = ofKind(effects, 'refund').flatMap((refund) => refund.parts);
  const payments = await database.selectFrom('payments').selectAll().where('order_number', '=', orderNumber).execute();
  for (const { payment, captured_cents, refunded_cents } of payments) {
    expect(refunded_cents).toBe(
      sum(parts.filter((part) => part.payment === payment).map(({ amount_cents }) => amount_cents)),
    );
    expect(refunded_cents).toBeLessThanOrEqual(captured_cents);
  }
}

/** Of each variant nothing was sold that was not there, and what is set aside belongs to an order. */
export async function expectStockAddsUp(
  database: Kysely<Database>,
  stockBefore: Readonly<Record<string, number>>,
): Promise<void> {
  const history = await historyOf(database);
  const lines = await database.selectFrom('order_lines').select(['order_number', 'line', 'sku']).execute();
  const cancelled = history.flatMap(({ order_number, effects }) =>
    ofKind(effects, 'cancel_units').map(({ line, quantity }) => ({
      sku: lines.find((of) => of.order_number === order_number && of.line === line)?.sku,
      quantity,
    })),
  );
  const effects = history.flatMap((change) => change.effects);
  const kept = await database.selectFrom('stock_reservations').selectAll().execute();
  for (const [sku, before] of Object.entries(stockBefore)) {
    const unitsOf = (moved: readonly { sku?: string | undefined; quantity: number }[]) =>
      sum(moved.filter((of) => of.sku === sku).map(({ quantity }) => quantity));
    const reserved = unitsOf(ofKind(effects, 'reserve_stock')) - unitsOf(ofKind(effects, 'release_stock'));
    const variant = await database.selectFrom('variants').selectAll().where('sku', '=', sku).executeTakeFirstOrThrow();
    expect(variant).toMatchObject({
      stock: before + unitsOf(cancelled) - unitsOf(ofKind(effects, 'send_units')),
      reserved,
    });
    expect(unitsOf(kept)).toBe(reserved);
    expect(variant.reserved).toBeLessThanOrEqual(variant.stock);
  }
}

/** Each of so many changes that were answered as done is in the history, kept and told, once. */
export async function expectEachOnce(database: Kysely<Database>, done: number): Promise<void> {
  const history = await database.selectFrom('order_history').select(['change_id', 'kind']).execute();
  expect(history).toHaveLength(done);
  const changesOf = (...kinds: (typeof history)[number]['kind'][]) =>
    history
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ change_id }) => change_id)
      .sort();

  const told = await database.selectFrom('customer_notices').select('key').execute();
  expect(told.map(({ key }) => key.split(' ')[0]).sort()).toEqual(history.map(({ change_id }) => change_id).sort());
  const returns = await database.selectFrom('returns').select(['change_id', 'state']).execute();
  expect(returns.map(({ change_id }) => change_id).sort()).toEqual(changesOf('return', 'exchange'));
  expect(returns.filter(({ state }) => state === 'cancelled')).toHaveLength(changesOf('return_withdrawn').length);
  const claims = await database.selectFrom('claims').select('claim_id').execute();
  expect(claims.map(({ claim_id }) => claim_id).sort()).toEqual(changesOf('claim'));
}
