import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { initializeLogger, type llm } from '@livekit/agents';
import { Client } from 'pg';
import { ClerkLlm } from '../../agent-worker/clerk/clerk-llm.ts';
import { readConfig } from '../../agent-worker/config.ts';
import { openAiChat } from '../../agent-worker/models/openai-chat.ts';
import { connectDatabase } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import { seedKnowledge } from '../../server/knowledge/seed-knowledge.ts';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import type { FreshDatabase } from '../support/database.ts';
import { freshOrders } from '../support/late-return.ts';
import { testServer } from '../support/test-server.ts';
import { judgeCall } from './judge-call.ts';
import { modelCaller } from './model-caller.ts';
import { judgedByModel } from './model-judge.ts';
import { runCall, type CallMade } from './run-scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';
import type { Scenario } from './scenario.ts';
import { scriptedCaller } from './scripted-caller.ts';

const usage = `npm run eval -- [--only <words>] [--caller scripted|model] [--report <file>] [--verbose]

Holds the conversations of test/eval/scenarios with the agent, in writing, and judges each by what it left in the database
and by what was said. The agent is the built-in clerk, or the model that OPENAI_API_KEY, OPENAI_BASE_URL and MODEL name;
with a model there is a second judge, and --caller model plays the customer.
`;

interface Result {
  readonly scenario: string;
  readonly passed: boolean;
  readonly faults: readonly string[];
  readonly turns: number;
  readonly slowestMs: number;
  readonly tokens: number;
  readonly lines: CallMade['lines'];
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    caller: { type: 'string', default: 'scripted' },
    report: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** What only a worker in a room needs. */
const elsewhere = {
  SERVER_URL: 'http://127.0.0.1:9',
  WORKER_KEY: 'none',
  LIVEKIT_URL: 'ws://127.0.0.1:9',
  LIVEKIT_API_KEY: 'none',
  LIVEKIT_API_SECRET: 'none',
};

async function evaluate(databaseUrl: string): Promise<Result[]> {
  const { chat: endpoint } = readConfig({ ...elsewhere, ...process.env });
  const database = await newDatabase(databaseUrl);
  await seedKnowledge(database.database);
  const server = await testServer(database);
  const serverUrl = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const chosen = scenarios.filter(({ name }) => name.toLowerCase().includes(options.only.toLowerCase()));
  say(`${chosen.length} scenarios with ${endpoint?.model ?? 'the built-in clerk'}\n`);
  const results: Result[] = [];
  for (const scenario of chosen) {
    await freshOrders(database, new Date());
    const model = endpoint && openAiChat(endpoint);
    const made = await holdCall(scenario, { server, serverUrl, model });
    const faults = await judgeCall(database.database, scenario, made.call);
    if (model !== undefined && faults.length === 0) faults.push(...(await judgedByModel(model, scenario, made.call)));
    results.push(resultOf(scenario, made, faults));
    report(results.at(-1));
  }
  await server.app.close();
  await database.database.destroy();
  return results;
}

interface HeldCall {
  readonly call: CallMade;
  readonly tokens: number;
}

async function holdCall(
  scenario: Scenario,
  {
    server,
    serverUrl,
    model,
  }: Pick<Parameters<typeof runCall>[0], 'server' | 'serverUrl'> & { model: llm.LLM | undefined },
): Promise<HeldCall> {
  let tokens = 0;
  model?.on('metrics_collected', ({ totalTokens }) => (tokens += totalTokens));
  const caller =
    model !== undefined && options.caller === 'model' ? modelCaller(model, scenario) : scriptedCaller(scenario);
  const chat: Parameters<typeof runCall>[0]['chat'] = ({ profile }) => model ?? new ClerkLlm({ profile });
  return { call: await runCall({ server, serverUrl, chat, caller }), tokens };
}

function resultOf({ name }: Scenario, { call: { lines }, tokens }: HeldCall, faults: readonly string[]): Result {
  const slowestMs = Math.max(0, ...lines.map(({ tookMs = 0 }) => tookMs));
  const turns = lines.filter(({ who }) => who === 'caller').length;
  return { scenario: name, passed: faults.length === 0, faults, turns, slowestMs, tokens, lines };
}

function report(result: Result | undefined): void {
  if (result === undefined) return;
  const { scenario, passed, faults, turns, slowestMs, tokens, lines } = result;
  say(
    `${passed ? 'pass' : 'FAIL'}  ${scenario.padEnd(48)} ${String(turns).padStart(2)} turns, slowest ${slowestMs} ms` +
      (tokens === 0 ? '' : `, ${tokens} tokens`),
  );
  for (const fault of faults) say(`        ${fault}`);
  if (options.verbose || !passed) for (const { who, text } of lines) say(`        ${who}: ${text}`);
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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  initializeLogger({ pretty: false, level: 'silent' });
  const stack = await startStack({ parts: ['database'], environment: bareEnvironment() });
  try {
    const results = await evaluate(stack.urls.database);
    const passed = results.filter((result) => result.passed).length;
    say(`\n${passed} of ${results.length} passed`);
    if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(results, undefined, 2)}\n`);
    if (passed < results.length) process.exitCode = 1;
  } finally {
    await stack.stop();
  }
}

await main();
