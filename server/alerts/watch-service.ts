import type { AlertKind } from '@orderline/contract/alert.ts';
import type { AppContext } from '../app-context.ts';
import { deadJobs } from '../database/dead-jobs.ts';
import { countFailuresSince } from '../identity/failed-lookups-table.ts';
import { findLasting } from './alerts-table.ts';
import { raiseAlert } from './raise-alert.ts';
import { recoverAlert } from './recover-alert.ts';
import { alertWebhookJob } from './tell-of-alert.ts';
import { countUnanswered, wasAnswered } from './unanswered-calls-table.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** `unknown`: nothing shows that it is wrong, and nothing that it is well again. */
type Finding = { readonly is: 'wrong'; readonly detail: string } | { readonly is: 'well' | 'unknown' };

interface Watch {
  readonly kind: AlertKind;
  readonly look: (context: AppContext) => Promise<Finding>;
}

const watches: readonly Watch[] = [
  { kind: 'no_worker', look: lookForWorkers },
  { kind: 'dead_letters', look: lookForDeadLetters },
  { kind: 'failed_lookups', look: lookForGuessing },
];

/** One look at all that may be wrong with the service, by the sweep of every minute. */
export async function watchService(context: AppContext): Promise<void> {
  for (const { kind, look } of watches) {
    const finding = await look(context);
    if (finding.is === 'wrong') await raiseAlert(context, { kind, detail: finding.detail });
    if (finding.is === 'well') await recoverAlert(context, kind);
  }
}

/** Calls alone show whether agents come: while there are none, nobody knows. */
async function lookForWorkers({ database, clock }: AppContext): Promise<Finding> {
  const waiting = await countUnanswered(database, new Date(clock().getTime() - 2 * minuteMs));
  if (waiting > 0) {
    const calls = waiting === 1 ? '1 call waits, or has' : `${waiting} calls wait, or have`;
    return { is: 'wrong', detail: `${calls} ended without an agent: see whether workers run, and LiveKit.` };
  }
  const alert = await findLasting(database, 'no_worker');
  return { is: alert !== undefined && (await wasAnswered(database, alert.seen_at)) ? 'well' : 'unknown' };
}

async function lookForDeadLetters({ database, clock }: AppContext): Promise<Finding> {
  const dead = await deadJobs(database, { since: new Date(clock().getTime() - hourMs) });
  // An alert that did not arrive would raise the next.
  const names = dead.map(({ name }) => name).filter((name) => name !== alertWebhookJob);
  if (names.length === 0) return { is: 'well' };
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${name} (${all.length})`);
  return { is: 'wrong', detail: `Tried for the last time within an hour, and not done: ${counts.join(', ')}.` };
}

async function lookForGuessing({ database, clock, profile }: AppContext): Promise<Finding> {
  const failures = await countFailuresSince(database, new Date(clock().getTime() - hourMs));
  if (failures < profile().limits.failed_lookups_alarm) return { is: 'well' };
  return { is: 'wrong', detail: `${failures} failed lookups within an hour: someone may be guessing orders.` };
}
