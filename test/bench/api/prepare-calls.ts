import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { signCallToken } from '../../../server/calls/call-token.ts';
import type { Database } from '../../../server/database/schema.ts';
import { sealFactor } from '../../../server/identity/sealed-factor.ts';
import { emailOf, orderNumberOf } from './fill-orders.ts';

/** One request as it is sent to a server under test, and what names it apart from all others. */
export interface BenchRequest {
  readonly path: string;
  readonly token: string;
  readonly body: object;
  /** The values that differ from request to request, in the same order for each. */
  readonly names: readonly string[];
}

export interface Preparing {
  readonly database: Kysely<Database>;
  readonly secret: string;
  /** The first order that nobody has used yet. */
  readonly from: number;
  readonly count: number;
}

async function openCalls({ database, secret, count }: Preparing): Promise<{ id: string; token: string }[]> {
  const ids = Array.from({ length: count }, () => `call_${randomUUID()}`);
  await inBatches(ids, (batch) =>
    database
      .insertInto('calls')
      .values(
        batch.map((id) => ({
          id,
          channel: 'web' as const,
          customer_identity: `customer_${id}`,
          origin_key: id,
          generation: 1,
          opened_at: new Date(),
          dispatched_at: new Date(),
          dispatches: 0,
          // A job that is there: else the server would look for another one meanwhile.
          agent_stream: randomUUID(),
          agent_seen_at: new Date(Date.now() + 3_600_000),
        })),
      )
      .execute(),
  );
  const clock = () => new Date();
  return Promise.all(
    ids.map(async (id) => ({ id, token: await signCallToken({ clock, secret }, { callId: id, generation: 1 }) })),
  );
}

/** Lookups by a call each, of an order each. */
export async function prepareLookups(preparing: Preparing): Promise<BenchRequest[]> {
  const calls = await openCalls(preparing);
  return calls.map(({ id, token }, index) => {
    const order = preparing.from + index;
    const [order_number, email] = [orderNumberOf(order), emailOf(order)];
    return {
      path: '/api/orders/lookup',
      token,
      body: { order_number, verification: { email } },
      names: [id, order_number, email],
    };
  });
}

/** Confirmed cancellations, of an order each. */
export async function prepareAcceptances(preparing: Preparing): Promise<BenchRequest[]> {
  const { database, secret, from } = preparing;
  const calls = await openCalls(preparing);
  const all = calls.map((call, index) => ({ ...call, order: from + index, proposal: randomUUID() }));
  const at = new Date();
  await inBatches(all, async (batch) => {
    await database
      .insertInto('verified_orders')
      .values(
        batch.map(({ id, order }) => ({
          call_id: id,
          order_number: orderNumberOf(order),
          sealed_factor: sealFactor(
            { secret, callId: id, orderNumber: orderNumberOf(order) },
            { email: emailOf(order) },
          ),
          verified_at: at,
        })),
      )
      .execute();
    await database
      .insertInto('proposals')
      .values(
        batch.map(({ id, order, proposal }) => ({
          id: proposal,
          call_id: id,
          order_number: orderNumberOf(order),
          revision: '1',
          kind: 'cancellation' as const,
          request: { kind: 'cancellation' as const },
          consequences: { lines: [], fee_cents: 0, stock: [], sends: [] },
          say: 'Shall I?',
          state: 'open' as const,
          proposed_at: at,
          expires_at: new Date(at.getTime() + 3_600_000),
        })),
      )
      .execute();
    await database
      .insertInto('call_events')
      .values(
        batch.flatMap(({ id, proposal }) => {
          const turn = { kind: 'turn', by: 'voice', at: at.toISOString() } as const;
          const turns = [
            { ...turn, id: 'read', role: 'agent', text: 'Shall I?', reads_back: proposal } as const,
            { ...turn, id: 'yes', role: 'customer', text: 'Yes.' } as const,
          ];
          return turns.map((event) => ({ call_id: id, id: event.id, kind: event.kind, event, stored_at: at }));
        }),
      )
      .execute();
  });
  return all.map(({ id, token, order, proposal }) => ({
    path: `/api/proposals/${proposal}/accept`,
    token,
    body: { turn_id: 'yes', by: 'voice' },
    names: [id, orderNumberOf(order), emailOf(order), proposal],
  }));
}

async function inBatches<Item>(items: readonly Item[], insert: (batch: Item[]) => Promise<unknown>): Promise<void> {
  const size = 500;
  for (let start = 0; start < items.length; start += size) await insert(items.slice(start, start + size));
}
