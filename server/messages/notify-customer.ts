import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import { findNotice, insertNotice, markTold, type CustomerNoticeRow } from './customer-notices-table.ts';
import type { Notice } from './notice.ts';
import { reachOf } from './reach-of.ts';
import { emailNotice, textNotice } from './send-notice.ts';

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
  /** A text is not to be sent before: it may wake someone, which an e-mail does not. */
  readonly textNotBefore?: Date | undefined;
}

/** By which ways a customer is told. */
export interface Told {
  readonly texted: boolean;
  readonly emailed: boolean;
  /** Something stays in the outbox, as the store has no sender for it: it must not be said to have been sent. */
  readonly isKept: boolean;
}

/**
 * Tells a customer something, within the transaction that is its reason: the only way anything leaves to one. Told again
 * under the same key, nothing is sent and the first answer returned, also when both happen at the same moment. Texts go
 * only to those who may be texted (`reachOf`).
 */
export async function notifyCustomer(
  context: AppContext,
  transaction: Kysely<Database>,
  { notice, order, callId, key, via, textNotBefore }: CustomerNotice,
): Promise<Told> {
  const { orderNumber, contact } = order;
  const { email, phone } = contact;
  const isNew = await insertNotice(transaction, {
    key,
    call_id: callId ?? null,
    order_number: orderNumber,
    notice,
    email: email ?? null,
    phone: phone ?? null,
    told_at: context.clock(),
  });
  if (!isNew) return toldBy(await findNotice(transaction, key));

  const { texting, hasEmail } = await reachOf(context, transaction, { contact });
  const send = { notice, orderNumber, callId, key };
  const texted =
    via !== 'email' && texting === 'allowed' && phone !== undefined
      ? await textNotice(context, transaction, { ...send, recipient: phone, notBefore: textNotBefore })
      : null;
  const isForEmail = via === 'email' || via === 'text_and_email' || (via === 'text_else_email' && texted === null);
  const emailed =
    isForEmail && hasEmail && email !== undefined
      ? await emailNotice(context, transaction, { ...send, recipient: email })
      : null;
  await markTold(transaction, key, { texted, emailed });
  return toldBy({ texted, emailed });
}

const toldBy = (row: Pick<CustomerNoticeRow, 'texted' | 'emailed'> | undefined): Told => ({
  texted: row?.texted === 'queued',
  emailed: row?.emailed === 'queued',
  isKept: row?.texted === 'kept' || row?.emailed === 'kept',
});
