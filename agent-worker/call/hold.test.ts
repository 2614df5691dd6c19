import { initializeLogger, type voice } from '@livekit/agents';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { callWith, RuledModel, says } from '../../test/support/agent-call.ts';
import { Hold } from './hold.ts';

const decision = {
  kind: 'decision',
  escalation_id: '0b7f5f0e-58a2-4b53-9f0e-3f1a52a8a111',
  approved: true,
  say: 'Good news: our team has approved it.',
} as const;

let session: voice.AgentSession | undefined;
beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));
afterEach(async () => {
  vi.useRealTimers();
  await session?.close();
});

async function callOnHold() {
  const opened = await callWith(new RuledModel(() => says('All right.')));
  ({ session } = opened);
  const say = vi.spyOn(opened.session, 'say');
  const hold = new Hold({ call: opened.call, session: opened.session, sampleRateHz: 16_000 });
  const said = () => say.mock.calls.map(([text]) => text);
  return { ...opened, hold, said };
}

test('a decision is spoken once, however often it comes', async () => {
  const { hold, said } = await callOnHold();
  hold.begin();
  hold.decide(decision);
  hold.decide(decision);
  expect(said()).toEqual(['Good news: our team has approved it. Anything else?']);
});

test('there is music while a caller waits, and none after the decision', async () => {
  const { hold, said } = await callOnHold();
  hold.onSpoken();
  expect(said()).toEqual([]);
  hold.begin();
  hold.onSpoken();
  hold.onSpoken();
  expect(said()).toEqual(['']);
  hold.decide(decision);
  hold.onSpoken();
  expect(said()).toHaveLength(2);
});

test('who would rather not wait is not kept', async () => {
  const { hold, said, session } = await callOnHold();
  hold.begin();
  await session.run({ userInput: 'no thanks' }).wait();
  hold.onSpoken();
  expect(said()).toEqual([]);
});

test('after a minute and a half nobody has to hold any more', async () => {
  vi.useFakeTimers();
  const { hold, said } = await callOnHold();
  hold.begin();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(said()).toEqual([expect.stringContaining("you don't have to hold any more")]);
});
