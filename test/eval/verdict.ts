import type { Kysely } from 'kysely';
import type { Database } from '../../server/database/schema.ts';
import { judgeCall } from './judge-call.ts';
import { readHeardCall } from './listen-for/heard-call.ts';
import { listenFor, type Scores } from './listen-for/listen-for.ts';
import { storeText } from './listen-for/store-text.ts';
import type { CallMade } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';

export interface Verdict {
  /** What the call should have said or left and did not, or the other way round: nothing when it passed. */
  readonly faults: readonly string[];
  readonly scores: Scores;
}

/** Judges a call that is over, held in writing or by voice, by what is stored of it. */
export async function verdictOn(database: Kysely<Database>, scenario: Scenario, made: CallMade): Promise<Verdict> {
  const orderNumber = scenario.order?.number;
  const heard = await readHeardCall(database, { callId: made.callId, orderNumber, storeText: storeText() });
  return { faults: await judgeCall(database, scenario, made), scores: listenFor(heard) };
}
