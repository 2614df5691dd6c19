import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speakWithFlite } from '../../agent-worker/models/flite.ts';
import { findPocketSphinx } from '../../agent-worker/models/pocketsphinx.ts';
import { channelSampleRateHz } from '../bench/ears/channels.ts';
import { framesOf, ListeningCaller } from '../bench/ears/listening-caller.ts';
import { pinkNoise, resampled } from '../bench/ears/sound.ts';
import { descendants } from '../support/descendants.ts';
import { patience } from '../support/patience.ts';

const line = 'where is my order';
const seconds = (count: number) => count * channelSampleRateHz;
const pidOf = ({ pid }: ChildProcess) => pid ?? 0;
let caller: ListeningCaller;

function isRecogniser(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('pocketsphinx');
  } catch {
    return false;
  }
}

beforeEach(() => {
  caller = new ListeningCaller();
});
afterEach(() => caller.hangUp());

test('gives nothing for silence, noise, a click or no sound at all', async () => {
  expect(await caller.hear(new Int16Array(0), 'yes_no')).toBe('');
  expect(await caller.hear(new Int16Array(seconds(2)), 'yes_no')).toBe('');
  expect(await caller.hear(pinkNoise(seconds(2)), 'yes_no')).toBe('');
  expect(await caller.hear(new Int16Array(800).fill(20_000), 'yes_no')).toBe('');
});

test('understands a line that is clipped, and one at another sample rate', async () => {
  const speech = await speakWithFlite(line, 'rms');
  const clipped = speech.map((sample) => Math.max(-32_768, Math.min(32_767, sample * 4)));
  expect(await caller.hear(clipped, 'matter')).toBe(line);
  const listening = caller.listen('matter');
  for (const frame of framesOf(resampled(speech, channelSampleRateHz, 48_000), 48_000)) listening.hear(frame);
  expect(await listening.transcribe(AbortSignal.timeout(30_000))).toBe(line);
  listening.close();
});

test('takes a line that goes on after a pause as a whole', async () => {
  const listening = caller.listen('matter');
  const frames = framesOf(await speakWithFlite(line, 'rms'));
  const pause = new AbortController();
  for (const frame of frames.slice(0, 30)) listening.hear(frame);
  const inVain = listening.transcribe(pause.signal);
  pause.abort(new Error('it goes on'));
  await expect(inVain).rejects.toThrow('it goes on');
  for (const frame of frames.slice(30)) listening.hear(frame);
  expect(await listening.transcribe(AbortSignal.timeout(30_000))).toBe(line);
  listening.close();
});

test('understands a line during which the recogniser was killed', async () => {
  const listening = caller.listen('matter');
  const frames = framesOf(await speakWithFlite(line, 'rms'));
  for (const frame of frames.slice(0, 30)) listening.hear(frame);
  for (const pid of descendants(process.pid).filter(isRecogniser)) process.kill(pid, 'SIGKILL');
  for (const frame of frames.slice(30)) listening.hear(frame);
  expect(await listening.transcribe(AbortSignal.timeout(30_000))).toBe(line);
  listening.close();
});

test('leaves no process behind when its own is killed', async () => {
  const job = spawn(process.execPath, [fileURLToPath(new URL('../support/listening-job.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(job.stdout, 'data');
  // A shell becomes the recogniser a moment after it was begun.
  const recognisers = await vi.waitFor(() => {
    const found = descendants(pidOf(job)).filter(isRecogniser);
    expect(found.length).toBeGreaterThanOrEqual(2);
    return found;
  }, patience);
  job.kill('SIGKILL');
  await vi.waitFor(() => expect(recognisers.filter(isRecogniser)).toEqual([]), patience);
});

test('finds no recogniser where there is none, which leaves a caller typing', () => {
  expect(findPocketSphinx('/nowhere')).toBeUndefined();
});
