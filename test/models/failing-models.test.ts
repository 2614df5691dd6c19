import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Stack, startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';
import { speakAsOpenAi } from '../support/openai-voice-samples.ts';
import { RoomCaller } from '../support/room-caller.ts';

/** ROBUSTNESS: no dead air over 4 s. */
const deadAirMs = 4_000;
const silenceSeconds = 3;
const answer = 'Certainly, I am happy to look into that order with you right away.';

let openAi: OpenAiServer;
let stack: Stack;
let folder: string;
beforeAll(async () => {
  openAi = await startOpenAiServer({
    answer: () => ({ text: answer }),
    speak: speakAsOpenAi,
    transcript: () => 'Where is my order?',
  });
  folder = await mkdtemp(join(tmpdir(), 'orderline-test-'));
  const profile = join(folder, 'store.yaml');
  const store = await readFile(new URL('../../store.yaml', import.meta.url), 'utf8');
  await writeFile(profile, store.replace(/silence_seconds: \d+/, `silence_seconds: ${silenceSeconds}`));
  stack = await startStack({
    parts: ['database', 'livekit', 'server', 'worker'],
    environment: bareEnvironment(),
    serverEnvironment: { STORE_PROFILE: profile },
    workerEnvironment: { OPENAI_API_KEY: 'sk-stand-in', OPENAI_BASE_URL: openAi.url },
  });
});
beforeEach(() => {
  for (const endpoint of Object.keys(openAi.faults)) Reflect.deleteProperty(openAi.faults, endpoint);
});
afterAll(async () => {
  await stack.stop();
  await openAi.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A caller who has been greeted, and speaks once something is wrong. */
async function ask(faults: OpenAiServer['faults']): Promise<{ caller: RoomCaller; spokenAt: number }> {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('What can I do for you today?');
  await caller.audio.fallenSilent({ forMs: 500 });
  Object.assign(openAi.faults, faults);
  return { caller, spokenAt: await caller.speak('where is my order') };
}

/** Once everything has been said. */
async function longestSilence({ audio }: RoomCaller, sinceMs: number): Promise<number> {
  await audio.heardAgain({ sinceMs });
  await audio.fallenSilent({ forMs: 1_200 });
  return audio.longestSilence({ sinceMs });
}

test('a model that never begins: the caller is told that it takes a moment, and the clerk answers', async () => {
  const { caller, spokenAt } = await ask({ chat: 'stalls' });
  const said = await caller.transcript.agentSays('Do you have your order number handy?');
  expect(said).toContain('One moment, please.');
  expect(await longestSilence(caller, spokenAt)).toBeLessThan(deadAirMs);
  await caller.hangUp();
});

test('a model that breaks off in mid-sentence: the clerk goes on, and nothing is said twice', async () => {
  const { caller, spokenAt } = await ask({ chat: 'cut midway' });
  const said = await caller.transcript.agentSays('Do you have your order number handy?');
  expect(said.match(/Certainly/g)).toHaveLength(1);
  expect(await longestSilence(caller, spokenAt)).toBeLessThan(deadAirMs);
  await caller.hangUp();
});

test('transcripts that stall: the built-in ears hear the caller', async () => {
  const { caller, spokenAt } = await ask({ transcription: 'stalls' });
  await caller.transcript.agentSays(answer);
  expect(caller.transcript.myLines.join(' ')).toContain('where is my order');
  expect(await longestSilence(caller, spokenAt)).toBeLessThan(deadAirMs);
  await caller.hangUp();
});

test.each(['stalls midway', 'html'] as const)(
  'a voice with the fault "%s": the built-in one says what is left',
  async (fault) => {
    const { caller, spokenAt } = await ask({ speech: fault });
    await caller.transcript.agentSays(answer);
    expect(await longestSilence(caller, spokenAt)).toBeLessThan(deadAirMs);
    await caller.hangUp();
  },
);

test('a caller who says nothing is asked twice, and told goodbye', async () => {
  const caller = await RoomCaller.call(stack.urls.server);
  await caller.transcript.agentSays('What can I do for you today?');
  await caller.transcript.agentSays('Are you still there?');
  await caller.transcript.agentSays("I can't hear you.");
  await caller.transcript.agentSays('Have a great day!');
  await caller.hungUp();
});
