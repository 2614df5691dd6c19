import type { Kysely } from 'kysely';
import { connectDatabase } from '../../../server/database/connection.ts';
import type { Database } from '../../../server/database/schema.ts';
import { type Stack, startStack } from '../../../stack/start-stack.ts';
import { freshOrders } from '../../support/late-return.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Scenario } from '../scenario.ts';
import type { CallerLine } from './caller-line.ts';
import { inParallel } from './in-parallel.ts';
import { judgedCall } from './judged-call.ts';
import { phoneLine } from './phone-line.ts';
import { roomLine } from './room-line.ts';
import { rounds } from './rounds.ts';

interface SpokenOptions {
  readonly over: 'room' | 'phone';
  readonly atOnce: number;
  /** With the models by key in it, if any. */
  readonly environment: NodeJS.ProcessEnv;
  readonly onResult: (evaluation: Evaluation) => void;
}

/** Every caller comes from this machine. */
const manyCalls = { CALLS_PER_MINUTE_PER_IP: '1000', CALLS_PER_MINUTE: '1000' };

/** Holds the calls by voice through a whole stack that it starts, several at a time. */
export async function evaluateSpoken(
  scenarios: readonly Scenario[],
  { over, atOnce, environment, onResult }: SpokenOptions,
): Promise<void> {
  const stack = await startStack({ environment, hasPhone: over === 'phone', serverEnvironment: manyCalls });
  const database = connectDatabase(stack.urls.database);
  try {
    for (const round of rounds(scenarios)) {
      await freshOrders({ database }, new Date());
      const run = async (scenario: Scenario) => {
        const line = await lineOf(stack, { over, database, from: `+1206555${1000 + scenarios.indexOf(scenario)}` });
        const keys = over === 'phone' ? (['order number', 'phone'] as const) : [];
        onResult(await judgedCall(scenario, line, { database, keys }));
      };
      await inParallel(round, { atOnce, run });
    }
  } finally {
    await database.destroy();
    await stack.stop();
  }
}

async function lineOf(
  { urls, ports }: Stack,
  { over, database, from }: Pick<SpokenOptions, 'over'> & { database: Kysely<Database>; from: string },
): Promise<CallerLine> {
  return over === 'room' ? roomLine(urls.server) : phoneLine({ sipPort: ports.sip, database, from });
}
