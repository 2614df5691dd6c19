import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { initializeLogger } from '@livekit/agents';
import { readConfig } from '../../agent-worker/config.ts';
import { openAiChat } from '../../agent-worker/models/openai-chat.ts';
import { parseStoreProfile } from '../../server/store-profile/load-store-profile.ts';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { type Evaluation, rowOf } from './evaluation.ts';
import { evaluateWritten } from './evaluate-written.ts';
import { modelCaller } from './model-caller.ts';
import { scenarios } from './scenarios/scenarios.ts';
import type { Scenario } from './scenario.ts';
import { scriptedCaller } from './scripted-caller.ts';
import { evaluateSpoken } from './voice/evaluate-spoken.ts';

const usage = `npm run eval -- [--only <words>] [--voice | --phone] [--at-once <n>] [--caller scripted|model] [--report <file>] [--verbose]

Holds the conversations of test/eval/scenarios with the agent and judges each by what it left in the database, by what was
said, and by the specification's four lines of what to listen for. The agent is the built-in clerk, or the model that
OPENAI_API_KEY, OPENAI_BASE_URL and MODEL name; with a model there is a second judge, and --caller model plays the customer.

In writing, unless --voice holds them in a real room, by speech, or --phone over a real telephone line, with keys for numbers;
the latter two start a whole stack, and hold one call at a time, or as many as --at-once says.
`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    voice: { type: 'boolean', default: false },
    phone: { type: 'boolean', default: false },
    'at-once': { type: 'string', default: '1' },
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

async function inWriting(chosen: readonly Scenario[], onResult: (evaluation: Evaluation) => void): Promise<void> {
  const { chat: endpoint } = readConfig({ ...elsewhere, ...process.env });
  say(`${chosen.length} scenarios with ${endpoint?.model ?? 'the built-in clerk'}\n`);
  const model = endpoint && openAiChat(endpoint);
  const { profile } = parseStoreProfile(readFileSync(new URL('../../store.yaml', import.meta.url), 'utf8'));
  if (profile === undefined) throw new Error('store.yaml has mistakes: npm run check-profile names them.');
  const stack = await startStack({ parts: ['database'], environment: bareEnvironment() });
  try {
    await evaluateWritten(chosen, {
      databaseUrl: stack.urls.database,
      model,
      prices: profile.models.prices,
      callerOf: (scenario) =>
        model && options.caller === 'model' ? modelCaller(model, scenario) : scriptedCaller(scenario),
      onResult,
    });
  } finally {
    await stack.stop();
  }
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
  const chosen = scenarios.filter(({ name }) => name.toLowerCase().includes(options.only.toLowerCase()));
  const results: Evaluation[] = [];
  const onResult = (evaluation: Evaluation) => {
    results.push(evaluation);
    say(rowOf(evaluation, { isVerbose: options.verbose }));
  };
  if (options.voice || options.phone) {
    const over = options.phone ? 'phone' : 'room';
    say(`${chosen.length} scenarios by voice, over a ${over === 'phone' ? 'telephone' : over}\n`);
    await evaluateSpoken(chosen, { over, atOnce: Number(options['at-once']), environment: process.env, onResult });
  } else await inWriting(chosen, onResult);
  const passed = results.filter((result) => result.passed).length;
  say(`\n${passed} of ${results.length} passed`);
  if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(results, undefined, 2)}\n`);
  if (passed < results.length) process.exitCode = 1;
}

await main();
// LiveKit's client keeps threads of its own.
process.exit();
