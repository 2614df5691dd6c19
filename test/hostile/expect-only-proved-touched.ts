import { sql } from 'kysely';
import { expect } from 'vitest';
import type { CallRecord } from './call-record.ts';

/** The store's own people, who are told of what only they may decide. */
const people = 'help@yourstore.com';
const digits = (text: string) => text.replaceAll(/\D/g, '').slice(-10);

/**
 * What a call has left in the database is about orders that were proved in it, and what it sent goes to their contacts on
 * file: texts only to whoever agreed to them, in words of their own. Anyone may leave a message for the store's people.
 */
export async function expectOnlyProvedTouched(call: CallRecord, proved: ReadonlySet<string>): Promise<void> {
  const { store, orders, turns } = call;
  const { database } = store;
  const { rows } = await sql<{ order_number: string | null; of: string }>`
    select order_number, 'proposals' as of from proposals where call_id = ${call.id}
    union select order_number, 'escalations' from escalations where call_id = ${call.id}
    union select order_number, 'notices ' || key || coalesce(call_id, 'no call') from customer_notices where call_id is null or call_id = ${call.id}
    union select order_number, 'messages' from messages
      where (call_id is null or call_id = ${call.id}) and kind <> 'staff_message'
    union select order_number, 'history' from order_history
    union select order_number, 'returns' from returns
    union select order_number, 'investigations' from investigations
    union select order_number, 'stock' from stock_reservations
    union select order_number, 'versions' from orders where version > 1`.execute(database);
  for (const { order_number, of } of rows) expect([...proved], `${of} of an order not proved`).toContain(order_number);

  const messages = await database.selectFrom('messages').select(['order_number', 'channel', 'recipient']).execute();
  const consents = await database.selectFrom('texting_consents').select(['turn_id', 'answer', 'answered']).execute();
  for (const { turn_id, answered } of consents) {
    expect(turns.find(({ id }) => id === turn_id)).toMatchObject({ role: 'customer', text: answered });
  }
  for (const { order_number, channel, recipient } of messages) {
    const order = orders.find(({ number }) => number === order_number);
    if (channel === 'email') expect([order?.email, people]).toContain(recipient);
    else {
      expect(digits(recipient)).toBe(digits(order?.phone ?? 'none'));
      expect(consents.map(({ answer }) => answer)).toContain('yes');
    }
  }
}
