import { fliteSampleRateHz, speakWithFlite } from '../../../agent-worker/models/flite.ts';
import type { OpenAiServer } from '../../support/openai-server.ts';
import type { RoomCaller } from '../../support/room-caller.ts';
import { longQuestion, shortQuestion } from './model-server.ts';
import type { Subject } from './subjects.ts';

const audible = 500;
/** Into the answer, until it is interrupted. */
const interruptAfterMs = 1_500;

interface Setting {
  models: OpenAiServer;
  /** What the ears will understand. */
  heard: { words: string };
  turns: number;
}

/** When each step of an answer began, in milliseconds from the last sample of speech. */
export interface AnsweredTurn {
  transcriptionAskedMs: number;
  modelAskedMs: number;
  voiceAskedMs: number;
  heardMs: number;
}

/** From the last sample of speech to the first sound of the answer, turn after turn of one call. */
export async function measureTurns(subject: Subject, { models, heard, turns }: Setting): Promise<AnsweredTurn[]> {
  const caller = await greeted(subject);
  const line = await lineOf(shortQuestion);
  const answered: AnsweredTurn[] = [];
  heard.words = shortQuestion;
  // The first turn warms connections and caches up.
  for (let turn = 0; turn <= turns; turn++) {
    const before = models.asked.length;
    const endedAt = await caller.say(line);
    const heardAt = await caller.audio.heardAgain({ sinceMs: endedAt, withinMs: 10_000 });
    const asked = models.asked.slice(before).filter(({ atMs }) => atMs < heardAt);
    const lastAskedMs = (path: string) => (asked.findLast((one) => one.path === path)?.atMs ?? NaN) - endedAt;
    if (turn > 0) {
      answered.push({
        transcriptionAskedMs: lastAskedMs('/v1/audio/transcriptions'),
        modelAskedMs: lastAskedMs('/v1/chat/completions'),
        voiceAskedMs: lastAskedMs('/v1/audio/speech'),
        heardMs: heardAt - endedAt,
      });
    }
    await caller.audio.fallenSilent({ forMs: 700, withinMs: 15_000 });
  }
  await caller.hangUp();
  return answered;
}

/** From the first sample of the caller's words to the last sound of the agent they interrupt. */
export async function measureBargeIns(subject: Subject, { heard, turns }: Setting): Promise<number[]> {
  const caller = await greeted(subject);
  const [long, short] = [await lineOf(longQuestion), await lineOf(shortQuestion)];
  const stopped: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    heard.words = longQuestion;
    const askedAt = await caller.say(long);
    await caller.audio.heardAgain({ sinceMs: askedAt, withinMs: 10_000 });
    await caller.audio.played({ forMs: interruptAfterMs });
    heard.words = shortQuestion;
    const saidAt = await caller.say(short);
    const beganAt = saidAt - (short.length / fliteSampleRateHz) * 1_000;
    // Silent at last, it tells when it was loud last before the answer to the interruption began.
    stopped.push(caller.audio.silentSince({ afterMs: beganAt, forMs: 150 }) - beganAt);
    await caller.audio.heardAgain({ sinceMs: saidAt, withinMs: 10_000 });
    await caller.audio.fallenSilent({ forMs: 900, withinMs: 20_000 });
  }
  await caller.hangUp();
  return stopped;
}

async function greeted(subject: Subject): Promise<RoomCaller> {
  const caller = await subject.call();
  await caller.audio.firstHeard({ withinMs: 20_000 });
  await caller.openMicrophone();
  await caller.audio.fallenSilent({ forMs: 1_500, withinMs: 20_000 });
  return caller;
}

/** A line without the silence that the voice leaves around it. */
async function lineOf(words: string): Promise<Int16Array> {
  const samples = await speakWithFlite(words, 'rms');
  const isLoud = (sample: number) => Math.abs(sample) > audible;
  return samples.slice(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1);
}
