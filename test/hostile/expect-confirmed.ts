import { expect } from 'vitest';
import { expectOrderAddsUp } from '../support/order-books.ts';
import type { CallRecord } from './call-record.ts';

/**
 * Every change that is stored was read back to its end, and the customer's own next turn agreed to it; and what was
 * acknowledged is what is stored and what was told. Resolves with the changes.
 */
export async function expectConfirmed({ id, store, turns, acknowledged, agrees }: CallRecord & Agreement) {
  const { database } = store;
  const changes = await database.selectFrom('order_history').select(['change_id', 'order_number']).execute();
  for (const { change_id } of changes) {
    const proposal = await database
      .selectFrom('proposals')
      .select(['call_id', 'say', 'turn_id', 'order_number'])
      .where('id', '=', change_id)
      .executeTakeFirst();
    expect(proposal, 'a change that nobody proposed').toMatchObject({ call_id: id });
    const at = turns.findIndex((turn) => turn.id === proposal?.turn_id);
    const [readBack, answer] = [turns[at - 1], turns[at]];
    expect(readBack, 'the turn before the yes').toMatchObject({ role: 'agent', reads_back: change_id });
    expect(readBack?.was_interrupted ?? false, 'the read-back was interrupted').toBe(false);
    expect(readBack?.text).toContain(proposal?.say);
    expect(answer?.role).toBe('customer');
    expect(agrees(answer?.text ?? ''), `"${answer?.text}" is no yes`).toBe(true);
  }
  expect(new Set(changes.map(({ change_id }) => change_id)).size).toBe(changes.length);
  const done = acknowledged.filter(({ outcome }) => outcome === 'done');
  expect(acknowledged).toHaveLength(done.length);
  expect(changes, 'what was acknowledged is what is stored').toHaveLength(done.length);
  const told = await database.selectFrom('customer_notices').select('key').execute();
  for (const { change_id } of changes) {
    expect(
      told.filter(({ key }) => key.startsWith(change_id)),
      'what was told of a change',
    ).toHaveLength(1);
  }
  for (const number of new Set(changes.map(({ order_number }) => order_number))) {
    await expectOrderAddsUp(database, number);
  }
  return changes;
}

export interface Agreement {
  /** Whether a customer who says this agrees. */
  readonly agrees: (text: string) => boolean;
}
