import type { EndReason } from '@orderline/contract/call.ts';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import { forgetFactors } from '../identity/verified-orders-table.ts';
import { callSummaryJob } from '../messages/call-summary-job.ts';
import { announceEndedCall } from '../webhooks/announce-ended-call.ts';
import { announce } from './call-signals.ts';
import { findCall, markEnded } from './calls-table.ts';

export interface EndedCall {
  readonly endedAt: Date;
  readonly reason: EndReason;
}

/**
 * Ends a call and deletes its room; its tokens stop working, and its customer is told what was not texted yet. Ending it
 * again changes nothing and returns the first end.
 * Undefined for a call that does not exist. LiveKit being away does not keep a call open: its room empties by itself.
 */
export async function endCall(
  context: AppContext,
  { callId, reason }: { callId: string; reason: EndReason },
): Promise<EndedCall | undefined> {
  const ended = await context.database.transaction().execute(async (transaction) => {
    const call = await markEnded(transaction, callId, { at: context.clock(), reason });
    if (call === undefined) return undefined;
    await forgetFactors(transaction, callId);
    await announce(transaction, { kind: 'ended', callId, reason });
    await announceEndedCall(context, transaction, call);
    await context.jobs.send(transaction, {
      name: callSummaryJob,
      id: jobId(callSummaryJob, callId),
      data: { call_id: callId },
    });
    return call;
  });
  if (ended !== undefined) {
    await context.rooms
      .delete(callId)
      .catch((error: unknown) => context.log.warn({ callId, err: error }, 'room not deleted'));
  }
  const call = ended ?? (await findCall(context.database, callId));
  if (call?.ended_at == null || call.end_reason === null) return undefined;
  return { endedAt: call.ended_at, reason: call.end_reason };
}
