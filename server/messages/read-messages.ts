import type { DeskMessage, DeskMessagesQuery, DeskMessagesResponse } from '@orderline/contract/desk-message.ts';
import type { AppContext } from '../app-context.ts';
import { maskedRecipient } from './masked-recipient-rule.ts';
import { findMessages, type MessageRow } from './messages-table.ts';
import { canRetry } from './retry-rule.ts';

/** A page of the outbox, newest first, with masked recipients. */
export async function readMessages(
  { database }: AppContext,
  { state, before, limit }: DeskMessagesQuery,
): Promise<DeskMessagesResponse> {
  const found = await findMessages(database, { state, before: cursorOf(before), limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    messages: page.map(viewOf),
    ...(found.length > limit && last !== undefined ? { next: `${last.asked_at.toISOString()}_${last.id}` } : {}),
  };
}

function cursorOf(before: string | undefined) {
  if (before === undefined) return undefined;
  const [askedAt = '', id = ''] = before.split('_');
  return { asked_at: new Date(askedAt), id };
}

const viewOf = (row: MessageRow): DeskMessage => ({
  id: row.id,
  state: row.state,
  channel: row.channel,
  kind: row.kind,
  recipient: maskedRecipient(row),
  text: withoutDecision(row.text),
  attempts: row.attempts,
  asked_at: row.asked_at.toISOString(),
  can_retry: canRetry(row.state),
  ...(row.order_number === null ? {} : { order_number: row.order_number }),
  ...(row.call_id === null ? {} : { call_id: row.call_id }),
  ...(row.subject === null ? {} : { subject: row.subject }),
  ...(row.last_error === null ? {} : { reason: row.last_error }),
  ...(row.sent_at === null ? {} : { sent_at: row.sent_at.toISOString() }),
});

/** Whoever has the link of a decision may decide, and not all who see the outbox may: it stays in its e-mail. */
const withoutDecision = (text: string): string => text.replaceAll(/(\/decide\/[\w-]+)\?\S+/g, '$1');
