import type { Kysely } from 'kysely';
import type { Database } from '../../../server/database/schema.ts';
import { eventually } from '../../support/eventually.ts';
import type { CallMade } from '../run-scenario.ts';
import type { CallerLine } from './caller-line.ts';
import type { Utterance } from './spoken-caller.ts';
import { StoredCall } from './stored-call.ts';

/** A call that has not ended by then goes in circles. */
const mostTurns = 24;
const openedWithinMs = 20_000;
const endedWithinMs = 20_000;

interface Holding {
  readonly database: Kysely<Database>;
  readonly caller: (agentSaid: string | undefined) => Promise<Utterance | undefined>;
}

/** A whole call by voice over a line, from the greeting to its end. */
export async function holdCall(
  line: CallerLine,
  { database, caller }: Holding,
): Promise<CallMade & { readonly costCents: number }> {
  try {
    const id = await eventually(line.callId, { withinMs: openedWithinMs });
    if (id === undefined) throw new Error('The call was not opened');
    const call = new StoredCall(database, { id, line });
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const said = await call.answer();
      if (await call.hasEnded()) break;
      const next = await caller(said === '' ? undefined : said);
      if (next === undefined) break;
      if ('say' in next) await line.speak(next.say);
      else if ('key' in next) await line.key?.(next.key);
      else await line.type?.(next.type);
    }
    await line.hangUp();
    await call.ended(endedWithinMs);
    return await call.made();
  } finally {
    await line.hangUp();
  }
}
