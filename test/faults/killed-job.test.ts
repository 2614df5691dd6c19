import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { jobProcess } from '../support/job-process.ts';
import { RoomCaller } from '../support/room-caller.ts';

/** DESIGN §8: a killed job is replaced within this. */
const replacedWithinMs = 8_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ parts: ['database', 'livekit', 'server', 'worker'], environment: bareEnvironment() });
});
afterAll(() => stack.stop());

test('a job process killed mid-call is replaced within eight seconds, in the same room and still verified', async () => {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('Thanks for calling');
  await caller.type("Where's my order ORD-12345? My email is customer@email.com");
  await caller.transcript.agentSays('Would you like me to text you the tracking link?');

  const killedAt = performance.now();
  process.kill(jobProcess(stack.parts.worker?.pid ?? 0, stack.ports.server), 'SIGKILL');
  await caller.transcript.agentSays("Sorry, I'm back.", { withinMs: replacedWithinMs });
  const heardAt = await caller.audio.heardAgain({ sinceMs: killedAt, withinMs: replacedWithinMs });
  expect(heardAt - killedAt).toBeLessThan(replacedWithinMs);

  await caller.type('No thanks. When will it arrive?');
  expect(await caller.transcript.agentSays(/expected|arrive/)).not.toContain('order number');
  expect(caller.transcript.agentLines.join(' ')).not.toContain('email address did you use');
  await caller.hangUp();
});
