import { createHash } from 'node:crypto';
import { raiseAlert } from '../alerts/raise-alert.ts';
import { recoverAlert } from '../alerts/recover-alert.ts';
import type { AppContext } from '../app-context.ts';
import { RetryLaterError } from '../database/retry-later-error.ts';
import { deleteGone, insertGone, isGone } from './gone-endpoints-table.ts';
import { findOutgoing, markDead, markDelivered, noteFailure, type Sending } from './outgoing-webhooks-table.ts';
import type { WebhookSender } from './webhook-sender.ts';

/**
 * One try to tell the CRM. An endpoint that answered 410 is told nothing more, until staff send it something again and it
 * takes that, or another URL is configured. Throws when it is to be tried again.
 */
export async function deliverWebhook(
  context: AppContext,
  sender: WebhookSender,
  { sending, signal }: { sending: Sending; signal: AbortSignal },
): Promise<void> {
  const { config, database, clock } = context;
  const webhook = await findOutgoing(database, sending.id);
  if (webhook?.state !== 'waiting') return;
  const endpoint = config.crmWebhook;
  if (endpoint === undefined) return giveUp('no CRM_WEBHOOK_URL is configured any more');
  const urlDigest = createHash('sha256').update(endpoint.url).digest('hex');
  if (sending.resent === 0 && (await isGone(database, urlDigest))) return giveUp(goneFailure);

  const result = await sender.send(endpoint, webhook, signal);
  switch (result.outcome) {
    case 'delivered':
      await markDelivered(database, sending, clock());
      await deleteGone(database, urlDigest);
      await recoverAlert(context, 'crm_gone');
      return;
    case 'gone':
      await insertGone(database, urlDigest, clock());
      await raiseAlert(context, { kind: 'crm_gone', detail: goneDetail });
      return giveUp(goneFailure);
    case 'failed':
      await noteFailure(database, sending, result.failure);
      throw result.retryAfterSeconds === undefined
        ? new Error(`The CRM was not told: ${result.failure}`)
        : new RetryLaterError(`The CRM was not told: ${result.failure}`, result.retryAfterSeconds);
  }

  function giveUp(failure: string): Promise<void> {
    return database.transaction().execute(async (transaction) => {
      await noteFailure(transaction, sending, failure);
      await markDead(transaction, sending, clock());
    });
  }
}

const goneFailure = 'answered 410: the endpoint wants to be told nothing more';
const goneDetail =
  'The CRM answered a webhook with 410 Gone, and is told nothing more: configure another CRM_WEBHOOK_URL, or have one of ' +
  'the dead webhooks on the desk sent again.';
