import type { AppContext } from '../app-context.ts';
import { sessionBounds } from '../staff/staff-session.ts';
import {
  deleteOldMessages,
  deleteOldNotices,
  sweepAuditLog,
  sweepCalls,
  sweepFailedLookups,
  sweepFailedSignIns,
  sweepIdempotencyKeys,
  sweepMessages,
  sweepNotices,
  sweepSessions,
  sweepTranscripts,
  type SweepBatch,
} from './expired-rows-table.ts';
import { cutoffsAt } from './retention-rule.ts';

/** Small enough that no caller waits behind one. */
const batchSize = 500;

interface Sweep {
  readonly what: string;
  readonly before: Date;
  readonly batch: SweepBatch;
}

/**
 * Deletes what the store keeps no longer (`retention` in its profile), in small batches: transcripts and the words of
 * messages; then the facts of calls, messages and acts of staff; failed attempts, sessions that are over and idempotency
 * keys. Orders, returns and what was decided about them stay. Ends early when `signal` is aborted; the next sweep goes on.
 */
export async function sweepExpired(
  { database, clock, profile, log }: Pick<AppContext, 'database' | 'clock' | 'profile' | 'log'>,
  { signal, limit = batchSize }: { signal?: AbortSignal; limit?: number } = {},
): Promise<void> {
  const now = clock();
  const { transcripts, callFacts, failures, idempotencyKeys } = cutoffsAt(now, profile().retention);
  const sweeps: readonly Sweep[] = [
    { what: 'transcripts', before: transcripts, batch: sweepTranscripts },
    { what: 'messages', before: transcripts, batch: sweepMessages },
    { what: 'notices', before: transcripts, batch: sweepNotices },
    { what: 'calls', before: callFacts, batch: sweepCalls },
    { what: 'old messages', before: callFacts, batch: deleteOldMessages },
    { what: 'old notices', before: callFacts, batch: deleteOldNotices },
    { what: 'audit log', before: callFacts, batch: sweepAuditLog },
    { what: 'failed lookups', before: failures, batch: sweepFailedLookups },
    { what: 'failed sign-ins', before: failures, batch: sweepFailedSignIns },
    { what: 'sessions', before: sessionBounds(now).seenAfter, batch: sweepSessions },
    { what: 'idempotency keys', before: idempotencyKeys, batch: sweepIdempotencyKeys },
  ];
  for (const { what, before, batch } of sweeps) {
    let swept = 0;
    for (let size = limit; size === limit && signal?.aborted !== true; swept += size) {
      size = await batch(database, { before, limit });
    }
    if (swept > 0) log.info({ what, rows: swept }, 'swept: its time was over');
  }
}
