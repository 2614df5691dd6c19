import { randomBytes } from 'node:crypto';
import { type llm } from '@livekit/agents';
import { Client } from 'pg';
import { ClerkLlm } from '../../agent-worker/clerk/clerk-llm.ts';
import { connectDatabase } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import { seedKnowledge } from '../../server/knowledge/seed-knowledge.ts';
import type { FreshDatabase } from '../support/database.ts';
import { freshOrders } from '../support/late-return.ts';
import { testServer } from '../support/test-server.ts';
import { type Evaluation, evaluationOf } from './evaluation.ts';
import { judgedByModel } from './model-judge.ts';
import { runCall } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import type { Caller } from './scripted-caller.ts';
import { verdictOn } from './verdict.ts';

interface WrittenOptions {
  /** A PostgreSQL, in which a database is made. */
  readonly databaseUrl: string;
  /** The agent's, and the second judge; the clerk when there is none. */
  readonly model: llm.LLM | undefined;
  readonly prices: {
    readonly input_cents_per_million_tokens: number;
    readonly output_cents_per_million_tokens: number;
  };
  readonly callerOf: (scenario: Scenario) => Caller;
  readonly onResult: (evaluation: Evaluation) => void;
}

/** Holds the calls in writing, one after the other, each with the demo's orders as they are at the start. */
export async function evaluateWritten(
  scenarios: readonly Scenario[],
  { databaseUrl, model, prices, callerOf, onResult }: WrittenOptions,
): Promise<void> {
  const database = await newDatabase(databaseUrl);
  await seedKnowledge(database.database);
  const server = await testServer(database);
  const serverUrl = await server.app.listen({ host: '127.0.0.1', port: 0 });
  let costCents = 0;
  model?.on('metrics_collected', ({ promptTokens, completionTokens }) => {
    const { input_cents_per_million_tokens: asked, output_cents_per_million_tokens: answered } = prices;
    costCents += (promptTokens * asked + completionTokens * answered) / 1_000_000;
  });
  for (const scenario of scenarios) {
    await freshOrders(database, new Date());
    costCents = 0;
    const chat: Parameters<typeof runCall>[0]['chat'] = ({ profile }) => model ?? new ClerkLlm({ profile });
    const made = await runCall({ server, serverUrl, chat, caller: callerOf(scenario) });
    const { faults, scores } = await verdictOn(database.database, scenario, made);
    const tone = model && faults.length === 0 ? await judgedByModel(model, scenario, made) : [];
    onResult(evaluationOf(scenario, { ...made, costCents }, { faults: [...faults, ...tone], scores }));
  }
  await server.app.close();
  await database.database.destroy();
}

async function newDatabase(serverUrl: string): Promise<FreshDatabase> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  const name = `eval_${randomBytes(4).toString('hex')}`;
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(`/${name}`, serverUrl).href;
  const database = connectDatabase(url);
  await migrate(database);
  return { url, database, drop: () => Promise.resolve() };
}
