import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import { RetryLaterError } from '../database/retry-later-error.ts';
import type { SignedMessage, WebhookSender } from '../webhooks/webhook-sender.ts';
import { deleteRecoveredBefore } from './alerts-table.ts';
import { alertWebhookJob } from './tell-of-alert.ts';
import { watchService } from './watch-service.ts';

const message = z.object({ id: z.string(), body: z.string() });
const keptForMs = 90 * 86_400_000;

/** Has this server look after the service every minute, and tell what it finds. Before the jobs start. */
export function runAlertJobs(context: AppContext, sender: WebhookSender): void {
  const { jobs, database, clock } = context;
  jobs.work(alertWebhookJob, {
    schema: message,
    handler: (alert, { signal }) => sendAlert(context, sender, { alert, signal }),
  });
  jobs.every('watch-service', '* * * * *', () => watchService(context));
  jobs.every('forget-alerts', '23 3 * * *', () =>
    deleteRecoveredBefore(database, new Date(clock().getTime() - keptForMs)),
  );
}

async function sendAlert(
  { config }: AppContext,
  sender: WebhookSender,
  { alert, signal }: { alert: SignedMessage; signal: AbortSignal },
): Promise<void> {
  if (config.alertWebhook === undefined) return;
  const result = await sender.send(config.alertWebhook, alert, signal);
  if (result.outcome !== 'failed') return;
  const failure = `The alert webhook was not told: ${result.failure}`;
  throw result.retryAfterSeconds === undefined
    ? new Error(failure)
    : new RetryLaterError(failure, result.retryAfterSeconds);
}
