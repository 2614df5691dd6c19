import type { Kysely } from 'kysely';
import type { Database } from '../../../server/database/schema.ts';
import { type Evaluation, evaluationOf } from '../evaluation.ts';
import type { Scenario } from '../scenario.ts';
import { verdictOn } from '../verdict.ts';
import type { CallerLine } from './caller-line.ts';
import { holdCall } from './hold-call.ts';
import { orderPhone } from './order-phone.ts';
import { spokenCaller } from './spoken-caller.ts';

interface Calling {
  readonly database: Kysely<Database>;
  /** What is keyed rather than said; a room has no keys. */
  readonly keys: Parameters<typeof spokenCaller>[1]['keys'];
}

/** A scenario played by voice over a line, and judged by what is stored of it. */
export async function judgedCall(
  scenario: Scenario,
  line: CallerLine,
  { database, keys }: Calling,
): Promise<Evaluation> {
  const caller = spokenCaller(scenario, { phone: orderPhone(scenario.order), keys });
  const made = await holdCall(line, { database, caller });
  return evaluationOf(scenario, made, await verdictOn(database, scenario, made));
}
