import type { Kysely } from 'kysely';
import type { OutgoingEventData, OutgoingEventType } from '@orderline/contract/outgoing-event.ts';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import { insertOutgoing } from './outgoing-webhooks-table.ts';
import { queueWebhook } from './queue-webhook.ts';

/** Something that happened to an order or in a call, as the store's CRM is told. */
export type Outcome = {
  [Type in OutgoingEventType]: {
    readonly event: Type;
    /** Of what happened, as the change's id: an event of the same id is told once. */
    readonly id: string;
    readonly data: OutgoingEventData<Type>;
  };
}[OutgoingEventType];

/**
 * Has the store's CRM told of an outcome, when and only when `transaction` commits. Does nothing where no
 * `CRM_WEBHOOK_URL` is configured.
 */
export async function announceOutcome(
  { config, clock, jobs }: Pick<AppContext, 'config' | 'clock' | 'jobs'>,
  transaction: Kysely<Database>,
  { event: type, id: outcomeId, data }: Outcome,
): Promise<void> {
  if (config.crmWebhook === undefined) return;
  const id = jobId(type, outcomeId);
  const happenedAt = clock();
  const body = JSON.stringify({ type, timestamp: happenedAt.toISOString(), data });
  if (!(await insertOutgoing(transaction, { id, type, body, happened_at: happenedAt }))) return;
  await queueWebhook(jobs, transaction, { id, resent: 0 });
}
