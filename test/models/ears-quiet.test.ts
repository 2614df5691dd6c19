import { setTimeout as delay } from 'node:timers/promises';
import { inference, initializeLogger, stt } from '@livekit/agents';
import { beforeAll, expect, test } from 'vitest';
import { CallEars } from '../../agent-worker/models/call-ears.ts';
import { speakWithFlite } from '../../agent-worker/models/flite.ts';
import { channelSampleRateHz } from '../bench/ears/channels.ts';
import { framesOf, ListeningCaller } from '../bench/ears/listening-caller.ts';
import { joined, music, pinkNoise } from '../bench/ears/sound.ts';

const line = 'where is my order';
const frameMs = 20;
const seconds = (count: number) => count * channelSampleRateHz;

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

/** What a call's ears, with their voice detector in front, understand of a sound; it ends with silence. */
async function understood(...sounds: Int16Array[]): Promise<string[]> {
  const caller = new ListeningCaller();
  const turns = { onSpeechBegins: () => undefined, utteranceMs: () => 400, isPassedOver: () => false };
  const ears = { label: 'pocketsphinx', listen: () => caller.listen('matter') };
  const stream = new CallEars({ ears, vad: new inference.VAD(), pauseMs: 200, turns }).stream();
  const texts: string[] = [];
  const heardAll = Promise.withResolvers<undefined>();
  const reading = (async () => {
    for await (const event of stream) {
      if (event.type !== stt.SpeechEventType.FINAL_TRANSCRIPT) continue;
      const [{ text }] = event.alternatives ?? [{ text: '' }];
      texts.push(text);
      if (text === line) heardAll.resolve(undefined);
    }
  })();
  // The line is said last, to know when all that came before has been listened to.
  const spoken = await speakWithFlite(line, 'rms');
  const sound = joined([...sounds, new Int16Array(seconds(1)), spoken, new Int16Array(seconds(1))]);
  const beganAt = performance.now();
  for (const [index, frame] of framesOf(sound).entries()) {
    // As a microphone gives it: silence is measured in time.
    await delay(Math.max(0, beganAt + index * frameMs - performance.now()));
    stream.pushFrame(frame);
  }
  await heardAll.promise;
  stream.close();
  await reading;
  caller.hangUp();
  return texts;
}

test.concurrent.each([
  ['silence', new Int16Array(seconds(2))],
  ['noise', pinkNoise(seconds(3))],
  ['music', music(seconds(5), channelSampleRateHz)],
])('understands nothing in %s', async (_name, sound) => {
  expect(await understood(sound)).toEqual([line]);
});
