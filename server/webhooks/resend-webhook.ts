import type { WebhookView } from '@orderline/contract/desk-webhook.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { audit } from '../staff/audit.ts';
import { webhookView } from './list-webhooks.ts';
import { findOutgoing, reviveOutgoing } from './outgoing-webhooks-table.ts';
import { queueWebhook } from './queue-webhook.ts';

/**
 * Has a dead webhook sent again, under the id it always had; one that waits or was delivered stays as it is. Returns it.
 * Throws 404 `not_found`.
 */
export function resendWebhook(
  { database, jobs }: AppContext,
  { id, staffId }: { id: string; staffId: string },
): Promise<WebhookView> {
  return database.transaction().execute(async (transaction) => {
    const revived = await reviveOutgoing(transaction, id);
    if (revived !== undefined) {
      await queueWebhook(jobs, transaction, revived);
      await audit(transaction, {
        staffId,
        act: 'webhook.resent',
        subject: `webhook:${id}`,
        detail: { type: revived.type },
      });
    }
    const webhook = revived ?? (await findOutgoing(transaction, id));
    if (webhook === undefined) throw problem('not_found', { detail: 'There is no such webhook' });
    return webhookView(webhook);
  });
}
