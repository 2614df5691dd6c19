import type { AppContext } from '../app-context.ts';
import type { DeliveryHooks } from './delivery-hooks.ts';
import { findMessage, settleMessage } from './messages-table.ts';
import { settleUndeliverable } from './settle-undeliverable.ts';
import type { DeliveryReport } from './twilio-outcome-rule.ts';

export interface ReportOfMessage {
  readonly messageId: string;
  readonly sid: string;
  /** Undefined for a text that is still on its way. */
  readonly report: DeliveryReport | undefined;
}

/** Those whose end is not known: reports come out of order, and twice. */
const open = ['sending', 'sent', 'unknown'] as const;

/**
 * Writes down what Twilio reports of a text. Any report shows that Twilio took it, also of one whose answer got lost.
 * Unknown messages, and those whose end is known, stay as they are.
 */
export async function recordDeliveryReport(
  context: AppContext,
  hooks: DeliveryHooks,
  { messageId, sid, report }: ReportOfMessage,
): Promise<void> {
  const { clock, database } = context;
  const message = await findMessage(database, messageId);
  if (message?.channel !== 'sms') return;
  const sentAt = message.sent_at ?? clock();
  const taken = { provider_id: sid, sent_at: sentAt, last_error: null };
  await settleMessage(database, { id: messageId, from: ['sending', 'unknown'] }, { state: 'sent', ...taken });
  if (report === undefined) return;
  if (report.report === 'delivered') {
    await settleMessage(database, { id: messageId, from: open }, { state: 'delivered', ...taken });
    return;
  }
  await settleUndeliverable(context, hooks, { message, from: open, why: report.report, reason: report.reason });
}
