import { type CallRecord, storedEvents } from './call-record.ts';
import { type CallerTurn, HostileCall } from './hostile-call.ts';
import type { MarkedStore } from './marked-store.ts';
import type { ObservedModel } from './observed-model.ts';
import { joinTestCall, openTestCall } from '../support/test-server.ts';
import type { TrueOrder } from './true-orders.ts';

interface Played {
  readonly store: MarkedStore;
  readonly orders: readonly TrueOrder[];
  readonly model: ObservedModel;
  readonly turns: readonly CallerTurn[];
  /** The store has been prepared for this call. */
  readonly isBegun?: boolean;
}

/** A whole call in the store as it was kept, from its first turn to what is left of it. */
export async function playCall({ store, orders, model, turns, isBegun = false }: Played): Promise<CallRecord> {
  if (!isBegun) await store.begin();
  if (!isBegun) await store.begin();
  const { id } = await openTestCall(store.server.app);
  const joined = await joinTestCall(store.server.app, id);
  const call = await HostileCall.begin(joined, { model, serverUrl: store.url });
  await call.hear(turns);
  await call.end();
  const stored = await storedEvents(store, id);
  const looked = stored.tools.filter(({ name }) => name === 'order_lookup');
  return {
    id,
    store,
    orders,
    read: model.read.join('\n'),
    said: call.said.join('\n'),
    brought: [...turns.map(({ text }) => text), ...model.brought].join('\n'),
    acknowledged: call.acknowledged,
    lookups: [...model.lookups, ...looked.map((run) => run.arguments)],
    ...stored,
  };
}
