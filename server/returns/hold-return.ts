import type { Kysely } from 'kysely';
import type { Effect, StoreChangeKind } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import { countedOrder } from '../changes/counted-order.ts';
import { lockChangesOf } from '../changes/proposals-table.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import { askStore } from '../identity/ask-store.ts';
import { contactFactor } from '../identity/contact-factor.ts';
import type { Order } from '../orders/order.ts';
import { changeOrder } from '../store/change-order.ts';
import type { ReturnRecord } from './return-record.ts';
import { findReturn, lockReturn } from './returns-table.ts';

/** A return that nobody else changes until the transaction ends, and its order. */
export interface HeldReturn {
  readonly transaction: Kysely<Database>;
  readonly record: ReturnRecord;
  /** As it is now. */
  readonly order: Order;
  /** The call in which it was asked for. */
  readonly callId: string | undefined;
}

/**
 * Runs `verb` in a transaction that holds the order and then the return: every change of the two takes them in that
 * order, so that none waits for another. Throws 404 `not_found`, 409 `order_moved` when the store has no such order any
 * more, 503 `unavailable` when the store gives no answer.
 */
export async function holdReturn<Answer>(
  context: AppContext,
  rma: string,
  verb: (held: HeldReturn) => Promise<Answer>,
): Promise<Answer> {
  const found = await findReturn(context.database, rma);
  if (found === undefined) throw noSuchReturn();
  const { changes } = context.store;
  // Asked outside the transaction: a store may take seconds to answer.
  const remote = changes.kind === 'remote' ? await lookUpAgain(context, found) : undefined;
  return context.database.transaction().execute(async (transaction) => {
    const current = changes.kind === 'remote' ? remote : await changes.lockOrder(transaction, found.orderNumber);
    if (current === undefined) throw problem('order_moved', { detail: 'The store has no such order any more' });
    if (changes.kind === 'remote') await lockChangesOf(transaction, found.orderNumber);
    await lockReturn(transaction, rma);
    const held = await findReturn(transaction, rma);
    if (held === undefined) throw noSuchReturn();
    const order = await countedOrder(context, transaction, current);
    return verb({ transaction, record: held, order: withContact(order, held.contact), callId: held.callId });
  });
}

/** Has the store carry out what becomes of a return. Throws 409 `order_moved`, on which the transaction is rolled back. */
export async function changeReturn(
  context: AppContext,
  { transaction, record, order, callId }: HeldReturn,
  { changeId, kind, effects }: { changeId: string; kind: StoreChangeKind; effects: readonly Effect[] },
): Promise<void> {
  const outcome = await changeOrder(context, transaction, {
    change: {
      change_id: changeId,
      order_number: record.orderNumber,
      kind,
      rma: record.rma,
      reason: record.reason,
      effects: [...effects],
    },
    order,
    callId,
  });
  if (outcome === 'done') return;
  throw problem('order_moved', {
    detail: outcome === 'moved' ? 'The order has changed just now: try again' : 'There is not enough stock for it',
  });
}

/** Where the store does not say who is to be told, it is who asked for the return. */
const withContact = (order: Order, { email, phone }: Order['contact']): Order => ({
  ...order,
  contact: { email: order.contact.email ?? email, phone: order.contact.phone ?? phone },
});

const noSuchReturn = () => problem('not_found', { detail: 'There is no return of this number' });

async function lookUpAgain(
  context: AppContext,
  { orderNumber, contact }: { orderNumber: string; contact: Order['contact'] },
): Promise<Order | undefined> {
  const factor = contactFactor(contact);
  return factor === undefined ? undefined : askStore(context, { orderNumber, factor });
}
