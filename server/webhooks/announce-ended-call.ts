import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { CallRow } from '../calls/calls-table.ts';
import type { Database } from '../database/schema.ts';
import { callInShort } from '../insights/call-in-short-rule.ts';
import { findCallRecord } from '../insights/call-record-table.ts';
import { announceOutcome } from './announce-outcome.ts';

/** Has the CRM told how a call ended, within the transaction that ended it (`announceOutcome`). */
export async function announceEndedCall(
  context: AppContext,
  transaction: Kysely<Database>,
  { id, channel, opened_at, ended_at, end_reason }: CallRow,
): Promise<void> {
  if (context.config.crmWebhook === undefined || ended_at === null || end_reason === null) return;
  const record = await findCallRecord(transaction, id);
  if (record?.outcome == null) return;
  await announceOutcome(context, transaction, {
    event: 'call.ended',
    id,
    data: {
      call_id: id,
      channel,
      reason: end_reason,
      duration_seconds: Math.round((ended_at.getTime() - opened_at.getTime()) / 1000),
      order_numbers: [...record.orderNumbers],
      outcome: record.outcome,
      summary: callInShort(record),
    },
  });
}
