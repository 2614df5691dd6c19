import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import { findNotice, insertNotice, markTold, type CustomerNoticeRow, type Sent } from './customer-notices-table.ts';
import type { Notice } from './notice.ts';
import { reachOf } from './reach-of.ts';

/** `text` and `email`: that way or not at all. */
export type Via = 'text_else_email' | 'text_and_email' | 'text' | 'email';

export interface CustomerNotice {
  readonly notice: Notice;
  /** Only to its contacts on file. */
  readonly order: Pick<Order, 'orderNumber' | 'contact'>;
  /** The call in which it came about. */
  readonly callId?: string | undefined;
  /**
   * Makes it once for ever: what it is about and its kind, `${changeId} return_created`. That of a change begins with the
   * change's id, by which the summary after the call knows that it was told.
   */
  readonly key: string;
  readonly via: Via;
  /** Not to be sent before. */
  readonly notBefore?: Date | undefined;
}

/** By which ways a customer is told: in the queue, or kept in the outbox where the store has no sender. */
export interface Told {
  readonly texted: boolean;
  readonly emailed: boolean;
}

/**
 * Tells a customer something, within the transaction that is its reason: the only way anything leaves to one. Told again
 * under the same key, nothing is sent and the first answer returned, also when both happen at the same moment. Texts go
 * only to those who may be texted (`reachOf`).
 */
export async function notifyCustomer(
  context: AppContext,
  transaction: Kysely<Database>,
  { notice, order, callId, key, via }: CustomerNotice,
): Promise<Told> {
  const { contact, orderNumber } = order;
  const isNew = await insertNotice(transaction, {
    key,
    call_id: callId ?? null,
    order_number: orderNumber,
    notice,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    told_at: context.clock(),
  });
  if (!isNew) return toldBy(await findNotice(transaction, key));
  const { texting, hasEmail } = await reachOf(context, transaction, { contact });
  const byText = via !== 'email' && texting === 'allowed';
  const byEmail = hasEmail && (via === 'email' || via === 'text_and_email' || (via === 'text_else_email' && !byText));
  const sent: { texted: Sent | null; emailed: Sent | null } = {
    texted: byText ? 'kept' : null,
    emailed: byEmail ? 'kept' : null,
  };
  await markTold(transaction, key, sent);
  return toldBy(sent);
}

const toldBy = (row: Pick<CustomerNoticeRow, 'texted' | 'emailed'> | undefined): Told => ({
  texted: row?.texted != null,
  emailed: row?.emailed != null,
});
