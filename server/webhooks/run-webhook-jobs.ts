import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { forgetWebhooks } from './forget-webhooks.ts';
import { markDead } from './outgoing-webhooks-table.ts';
import { crmWebhookJob } from './queue-webhook.ts';
import type { WebhookSender } from './webhook-sender.ts';

const sending = z.object({ id: z.uuid(), resent: z.int() });
/** With the queue's pauses of at most half an hour, about a day. */
const retries = 50;

/** Has this server tell the CRM what was announced, and forget what is long over. Before the jobs start. */
export function runWebhookJobs(context: AppContext, sender: WebhookSender): void {
  const { jobs, database, clock } = context;
  jobs.work(crmWebhookJob, {
    schema: sending,
    retries,
    handler: (data, { signal }) => deliverWebhook(context, sender, { sending: data, signal }),
    whenDead: (data) => markDead(database, data, clock()),
  });
  jobs.every('forget-webhooks', '17 3 * * *', () => forgetWebhooks(context));
}
