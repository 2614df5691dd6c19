import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import { connectDatabase } from '../../server/database/connection.ts';
import type { Database } from '../../server/database/schema.ts';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { AnotherWorker } from '../support/another-worker.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { callerBeforeYes, doneOf, hearReadBack, wishToCancel } from '../support/cancelling-caller.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import { descendants } from '../support/descendants.ts';
import { jobProcesses } from '../support/job-process.ts';
import { RoomCaller } from '../support/room-caller.ts';

/** DESIGN §8, as for a killed job. */
const replacedWithinMs = 8_000;

let stack: Stack;
let another: AnotherWorker;
let database: Kysely<Database>;
beforeAll(async () => {
  stack = await startStack({ parts: ['database', 'livekit', 'server', 'worker'], environment: bareEnvironment() });
  another = await AnotherWorker.start(stack);
  database = connectDatabase(stack.urls.database);
});
afterAll(async () => {
  await database.destroy();
  await another.stop();
  await stack.stop();
});

const isServing = (pid: number) => jobProcesses(pid, stack.ports.server).length > 0;

test('a worker killed with all that it runs: another one takes its call, which goes on where it was', async () => {
  const order = 'ORD-10003';
  const caller = await callerBeforeYes(stack.urls.server, order);
  const serving = [stack.parts.worker?.pid ?? 0, another.pid].filter(isServing);
  expect(serving).toHaveLength(1);
  for (const pid of serving.flatMap((worker) => [worker, ...descendants(worker)])) process.kill(pid, 'SIGKILL');
  await caller.transcript.agentSays("Sorry, I'm back.", { withinMs: replacedWithinMs });
  await hearReadBack(caller, order);
  await caller.type('yes please');
  await caller.transcript.agentSays(doneOf(order));
  await caller.type("No, that's all. Bye!");
  await caller.hungUp();
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
});

test('a worker that is told to stop keeps its call to the end, takes no other, and is gone then', async () => {
  if (!another.isRunning) another = await AnotherWorker.start(stack);
  const order = 'ORD-10002';
  const caller = await callerServedBy(another.pid, order);
  process.kill(another.pid, 'SIGTERM');

  const meanwhile = await RoomCaller.call(stack.urls.server);
  await meanwhile.transcript.agentSays('What can I do for you today?');
  expect(jobProcesses(another.pid, stack.ports.server)).toHaveLength(1);

  await caller.type('yes please');
  await caller.transcript.agentSays(doneOf(order));
  expect(caller.transcript.agentLines.join(' ')).not.toContain("I'm back");
  expect(another.isRunning).toBe(true);
  await caller.type("No, that's all. Bye!");
  await caller.hungUp();
  await another.ended();
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
  await meanwhile.hangUp();
});

test('without the process that judges turns, a spoken call goes on by the pauses alone', async () => {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('What can I do for you today?');
  const judging = descendants(stack.parts.worker?.pid ?? 0).filter(isInference);
  expect(judging).not.toHaveLength(0);
  for (const pid of judging) process.kill(pid, 'SIGKILL');
  await caller.audio.fallenSilent({ forMs: 500, withinMs: 15_000 });
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

/** The calls are shared out as LiveKit likes: until one goes to this worker, the others hang up. */
async function callerServedBy(pid: number, order: 'ORD-10002'): Promise<RoomCaller> {
  for (let tries = 1; tries <= 8; tries += 1) {
    const caller = await RoomCaller.call(stack.urls.server);
    await caller.transcript.agentSays('What can I do for you today?');
    if (isServing(pid)) {
      await wishToCancel(caller, order);
      return caller;
    }
    await caller.hangUp();
  }
  throw new Error('No call went to the second worker');
}
