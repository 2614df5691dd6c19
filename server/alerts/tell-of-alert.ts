import type { Kysely } from 'kysely';
import type { AlertEvent, AlertKind } from '@orderline/contract/alert.ts';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import type { Database } from '../database/schema.ts';
import { queueMessage } from '../messages/queue-message.ts';
import type { AlertRow } from './alerts-table.ts';

/** The jobs that tell the alert webhook; their data is a `SignedMessage`. */
export const alertWebhookJob = 'alert-webhook';

export interface AlertTidings {
  readonly alert: AlertRow;
  readonly what: 'raised' | 'recovered';
  readonly at: Date;
}

const names: Record<AlertKind, string> = {
  no_worker: 'No agent joins the calls',
  dead_letters: 'Something could not be done',
  failed_lookups: 'Many failed lookups',
  crm_gone: 'The CRM takes no more webhooks',
};

/** Tells whoever is configured, once `transaction` commits: `ALERT_WEBHOOK_URL`, `ALERT_EMAIL`, both, or nobody. */
export async function tellOfAlert(
  context: AppContext,
  transaction: Kysely<Database>,
  { alert, what, at }: AlertTidings,
): Promise<void> {
  const { config, jobs, profile } = context;
  const key = `alert ${alert.id} ${what} ${at.toISOString()}`;
  if (config.alertWebhook !== undefined) {
    const id = jobId(alertWebhookJob, key);
    const { kind, detail, raised_at } = alert;
    const event: AlertEvent = {
      type: `alert.${what}`,
      timestamp: at.toISOString(),
      data: { kind, detail, raised_at: raised_at.toISOString() },
    };
    await jobs.send(transaction, { name: alertWebhookJob, id, data: { id, body: JSON.stringify(event) } });
  }
  if (config.alertEmail !== undefined) {
    const subject = `${profile().store_name}: ${names[alert.kind]}${what === 'recovered' ? ' (over)' : ''}`;
    await queueMessage(context, transaction, {
      dedupeKey: key,
      kind: 'alert',
      channel: 'email',
      recipient: config.alertEmail,
      subject,
      text: textOf({ alert, what, at }),
    });
  }
}

const textOf = ({ alert, what, at }: AlertTidings) =>
  what === 'raised'
    ? `${alert.detail}\n\nSince ${alert.raised_at.toISOString()}. The desk shows what there is to see.\n`
    : `This is over since ${at.toISOString()}:\n\n${alert.detail}\n`;
