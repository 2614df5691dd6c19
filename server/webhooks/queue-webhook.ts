import type { Kysely } from 'kysely';
import { jobId } from '../database/job-id.ts';
import type { JobQueue } from '../database/job-queue.ts';
import type { Database } from '../database/schema.ts';
import type { Sending } from './outgoing-webhooks-table.ts';

/** The jobs that tell the CRM; their data is a `Sending`. */
export const crmWebhookJob = 'crm-webhook';

/** Has a webhook sent once `transaction` commits. */
export async function queueWebhook(
  jobs: Pick<JobQueue, 'send'>,
  transaction: Kysely<Database>,
  { id, resent }: Sending,
): Promise<void> {
  await jobs.send(transaction, {
    name: crmWebhookJob,
    id: jobId(crmWebhookJob, `${id} ${resent}`),
    data: { id, resent },
  });
}
