import type { WebhooksResponse, WebhookState, WebhookView } from '@orderline/contract/desk-webhook.ts';
import type { AppContext } from '../app-context.ts';
import { findOutgoingPage, type OutgoingWebhookRow } from './outgoing-webhooks-table.ts';

/** A page of what the CRM is told, newest first; `before` is the `next` of the page before. */
export async function listWebhooks(
  { database }: AppContext,
  { state, before, limit }: { state: WebhookState | undefined; before: string | undefined; limit: number },
): Promise<WebhooksResponse> {
  const found = await findOutgoingPage(database, { state, before, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    webhooks: page.map(webhookView),
    ...(found.length > limit && last !== undefined ? { next: last.position } : {}),
  };
}

export const webhookView = (row: OutgoingWebhookRow): WebhookView => ({
  id: row.id,
  type: row.type,
  state: row.state,
  happened_at: row.happened_at.toISOString(),
  tries: row.tries,
  ...(row.failure === null ? {} : { failure: row.failure }),
  ...(row.settled_at === null ? {} : { settled_at: row.settled_at.toISOString() }),
  body: row.body,
});
