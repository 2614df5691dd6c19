import type { DeskCall, DeskCallLine, DeskCallsQuery, DeskCallsResponse } from '@orderline/contract/desk-call.ts';
import type { AppContext } from '../app-context.ts';
import { sumCosts } from '../calls/call-events-table.ts';
import { readConversation } from '../calls/read-conversation.ts';
import { findVisitorMessages } from '../calls/visitor-messages-table.ts';
import { problem } from '../http/problem-response.ts';
import { audit } from '../staff/audit.ts';
import { callInShort } from './call-in-short-rule.ts';
import { findCallRecord, findCallRecords, findWaits, type CallRecord } from './call-record-table.ts';

/** A page of the calls, newest first. */
export async function readCalls(
  { database }: AppContext,
  { before, limit }: DeskCallsQuery,
): Promise<DeskCallsResponse> {
  const found = await findCallRecords(database, { before: cursorOf(before), limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    calls: page.map(lineOf),
    ...(found.length > limit && last !== undefined ? { next: `${last.openedAt.toISOString()}_${last.id}` } : {}),
  };
}

function cursorOf(before: string | undefined): Pick<CallRecord, 'id' | 'openedAt'> | undefined {
  if (before === undefined) return undefined;
  const end = before.indexOf('_');
  return { openedAt: new Date(before.slice(0, end)), id: before.slice(end + 1) };
}

/** All that is kept of a call, for a member of staff, who leaves a line in the audit log. Throws 404 `not_found`. */
export async function readCall(
  context: AppContext,
  { callId, staffId }: { callId: string; staffId: string },
): Promise<DeskCall> {
  const { database, clock } = context;
  const record = await findCallRecord(database, callId);
  if (record === undefined) throw problem('not_found', { detail: 'There is no such call' });
  await audit(database, { staffId, act: 'call.read', subject: `call:${callId}` });
  const [{ answers, medianMs, p95Ms }, { callCents }, messages, conversation] = await Promise.all([
    findWaits(database, callId),
    sumCosts(database, { callId, since: clock() }),
    findVisitorMessages(database, callId),
    readConversation(context, callId),
  ]);
  return {
    ...lineOf(record),
    ...(medianMs === null || p95Ms === null ? {} : { waits: { answers, median_ms: medianMs, p95_ms: p95Ms } }),
    cost_cents: callCents,
    messages: messages.map(({ text, contact, best_time, left_at }) => ({
      text,
      contact,
      ...(best_time === null ? {} : { best_time }),
      left_at: left_at.toISOString(),
    })),
    conversation,
  };
}

const lineOf = (record: CallRecord): DeskCallLine => ({
  call_id: record.id,
  channel: record.channel,
  opened_at: record.openedAt.toISOString(),
  summary: callInShort(record),
  order_numbers: [...record.orderNumbers],
  parts: [...record.parts],
  ...(record.endedAt === null ? {} : { ended_at: record.endedAt.toISOString() }),
  ...(record.endReason === null ? {} : { end_reason: record.endReason }),
  ...(record.outcome === null ? {} : { outcome: record.outcome }),
});
