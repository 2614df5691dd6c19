import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Kysely } from 'kysely';
import { connectDatabase } from '../../server/database/connection.ts';
import type { Database } from '../../server/database/schema.ts';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { callerBeforeYes, doneOf, hearReadBack } from '../support/cancelling-caller.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import { descendants } from '../support/descendants.ts';
import { jobProcesses } from '../support/job-process.ts';
import { OneWorker } from '../support/one-worker.ts';
import { patience } from '../support/patience.ts';
import { RoomCaller } from '../support/room-caller.ts';

let stack: Stack;
let workers: [OneWorker, OneWorker];
let database: Kysely<Database>;
beforeAll(async () => {
  stack = await startStack({ parts: ['database', 'livekit', 'server'], environment: bareEnvironment() });
  workers = [await OneWorker.start(stack), await OneWorker.start(stack)];
  database = connectDatabase(stack.urls.database);
});
afterAll(async () => {
  await database.destroy();
  for (const worker of workers) await worker.stop();
  await stack.stop();
});

beforeEach(async () => {
  const [first, second] = workers;
  workers = [
    first.isRunning ? first : await OneWorker.start(stack),
    second.isRunning ? second : await OneWorker.start(stack),
  ];
});

const callsOf = ({ pid }: OneWorker) => jobProcesses(pid, stack.ports.server).length;

/** The one that serves the only call there is: LiveKit shares calls out as it likes. The job of an earlier call ends. */
const serving = () =>
  vi.waitUntil(() => {
    const [worker, ...others] = workers.filter((each) => callsOf(each) > 0);
    return others.length === 0 && worker;
  }, patience);

test('a worker killed with all that it runs: another one takes its call, which goes on where it was', async () => {
  const order = 'ORD-10003';
  const caller = await callerBeforeYes(stack.urls.server, order);
  const { pid } = await serving();
  for (const each of [pid, ...descendants(pid)]) process.kill(each, 'SIGKILL');
  await caller.transcript.agentSays("Sorry, I'm back.");
  await hearReadBack(caller, order);
  await caller.type('yes please');
  await caller.transcript.agentSays(doneOf(order));
  await caller.type("No, that's all. Bye!");
  await caller.hungUp();
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
});

test('a worker that is told to stop keeps its call to the end, takes no other, and is gone then', async () => {
  const order = 'ORD-10002';
  const caller = await callerBeforeYes(stack.urls.server, order);
  const stopped = await serving();
  process.kill(stopped.pid, 'SIGTERM');

  const meanwhile = await RoomCaller.call(stack.urls.server);
  await meanwhile.transcript.agentSays('What can I do for you today?');
  expect(callsOf(stopped)).toBe(1);

  await caller.type('yes please');
  await caller.transcript.agentSays(doneOf(order));
  expect(caller.transcript.agentLines.join(' ')).not.toContain("I'm back");
  expect(stopped.isRunning).toBe(true);
  await caller.type("No, that's all. Bye!");
  await caller.hungUp();
  await stopped.ended();
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
  await meanwhile.hangUp();
});

test('without the process that judges turns, a spoken call goes on by the pauses alone', async () => {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('What can I do for you today?');
  const judging = workers.flatMap(({ pid }) => descendants(pid)).filter(isInference);
  expect(judging).not.toHaveLength(0);
  for (const pid of judging) process.kill(pid, 'SIGKILL');
  await caller.audio.fallenSilent({ forMs: 500 });
  await caller.speak('where is my order');
  await caller.transcript.agentSays('Do you have your order number handy?');
  await caller.hangUp();
});

function isInference(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('inference_proc');
  } catch {
    return false;
  }
}
