import { runAlertJobs } from './alerts/run-alert-jobs.ts';
import type { AppContext } from './app-context.ts';
import { finishChangesLater } from './changes/finish-change.ts';
import { sumUpCalls } from './messages/call-summary.ts';
import { deliverMessages } from './messages/deliver-message.ts';
import type { DeliveryHooks } from './messages/delivery-hooks.ts';
import { runRetention } from './retention/run-retention.ts';
import { expireReturnsHourly } from './returns/expire-returns.ts';
import { tellStoreLater } from './store/tell-store.ts';
import { runWebhookJobs } from './webhooks/run-webhook-jobs.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';

/** Everything that the server does by itself: what was asked for and comes later, and what is looked after by the clock. */
export function allJobs(context: AppContext, { delivery }: { readonly delivery: DeliveryHooks }): void {
  const webhookSender = new WebhookSender({ clock: context.clock });
  deliverMessages(context, delivery);
  sumUpCalls(context);
  finishChangesLater(context);
  tellStoreLater(context);
  runRetention(context);
  expireReturnsHourly(context);
  runWebhookJobs(context, webhookSender);
  runAlertJobs(context, webhookSender);
}
