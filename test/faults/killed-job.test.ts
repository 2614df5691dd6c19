import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase } from '../../server/database/connection.ts';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { callerBeforeYes, doneOf, hearReadBack } from '../support/cancelling-caller.ts';
import { cancelledOnce, changesLeft } from '../support/changes-left.ts';
import { jobProcess, jobProcesses } from '../support/job-process.ts';
import { RoomCaller } from '../support/room-caller.ts';

/** DESIGN §8: a killed job is replaced within this. */
const replacedWithinMs = 8_000;
const order = 'ORD-10003';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ parts: ['database', 'livekit', 'server', 'worker'], environment: bareEnvironment() });
});
afterAll(() => stack.stop());

/** Of the tests before: a web caller who has left may still come back. */
let earlier: readonly number[];
beforeEach(() => {
  earlier = jobProcesses(workerPid(), stack.ports.server);
});

const workerPid = () => stack.parts.worker?.pid ?? 0;
const killJob = () => process.kill(jobProcess(workerPid(), stack.ports.server, earlier), 'SIGKILL');

test('a job process killed mid-call is replaced within eight seconds, in the same room and still verified', async () => {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('Thanks for calling');
  await caller.type("Where's my order ORD-12345? My email is customer@email.com");
  await caller.transcript.agentSays('Would you like me to text you the tracking link?');

  const killedAt = performance.now();
  killJob();
  await caller.transcript.agentSays("Sorry, I'm back.", { withinMs: replacedWithinMs });
  const heardAt = await caller.audio.heardAgain({ sinceMs: killedAt, withinMs: replacedWithinMs });
  expect(heardAt - killedAt).toBeLessThan(replacedWithinMs);

  await caller.type('No thanks. When will it arrive?');
  expect(await caller.transcript.agentSays(/expected|arrive/)).not.toContain('order number');
  expect(caller.transcript.agentLines.join(' ')).not.toContain('email address did you use');
  await caller.hangUp();
});

test('a job process killed between the read-back and the yes: it is read back again, and done once', async () => {
  const caller = await callerBeforeYes(stack.urls.server, order);
  killJob();
  await caller.transcript.agentSays("Sorry, I'm back.", { withinMs: replacedWithinMs });
  await hearReadBack(caller, order);
  await caller.type('yes please');
  await caller.transcript.agentSays(doneOf(order));
  await caller.hangUp();

  const database = connectDatabase(stack.urls.database);
  expect(await changesLeft(database, order)).toEqual(cancelledOnce);
  await database.destroy();
});

test('a job process killed at the yes: the caller hears that it is done, and it is done once', async () => {
  const other = 'ORD-10002';
  const caller = await callerBeforeYes(stack.urls.server, other);
  await caller.type('yes please');
  killJob();
  await caller.transcript.agentSays(doneOf(other));
  await caller.hangUp();

  const database = connectDatabase(stack.urls.database);
  expect(await changesLeft(database, other)).toEqual(cancelledOnce);
  await database.destroy();
});
