import { beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { agentGraceMs, agentPatienceMs, AgentWatch } from './agent-watch.ts';

const agent = { state: 'listening', hearsSpeech: true } as const;
let clock: ManualClock;
let watch: AgentWatch;

beforeEach(() => {
  clock = new ManualClock();
  watch = new AgentWatch(clock, () => undefined);
  watch.begin();
});

test('an agent that does not come in time is absent', async () => {
  await clock.advance(agentPatienceMs - 1);
  expect(watch.status.kind).toBe('awaited');
  await clock.advance(1);
  expect(watch.status.kind).toBe('absent');
});

test('an agent that comes late is there all the same', async () => {
  await clock.advance(agentPatienceMs);
  watch.see(agent);
  expect(watch.status).toEqual({ kind: 'ready', agent });
  await clock.advance(agentPatienceMs);
  expect(watch.status.kind).toBe('ready');
});

test('an agent that leaves is missed after a moment, and absent after the patience', async () => {
  watch.see(agent);
  watch.see(null);
  await clock.advance(agentGraceMs - 1);
  expect(watch.status.kind).toBe('ready');
  await clock.advance(1);
  expect(watch.status.kind).toBe('missing');
  await clock.advance(agentPatienceMs - agentGraceMs);
  expect(watch.status.kind).toBe('absent');
});

test('an agent replaced within the moment was never gone', async () => {
  watch.see(agent);
  watch.see(null);
  await clock.advance(agentGraceMs - 1);
  watch.see({ ...agent, state: 'speaking' });
  await clock.advance(agentPatienceMs);
  expect(watch.status).toMatchObject({ kind: 'ready', agent: { state: 'speaking' } });
});

test('while our own connection is away, the patience with the agent does not run', async () => {
  watch.see(agent);
  watch.pause();
  await clock.advance(agentPatienceMs * 3);
  expect(watch.status.kind).toBe('missing');
  watch.begin();
  await clock.advance(agentPatienceMs);
  expect(watch.status.kind).toBe('absent');
});
