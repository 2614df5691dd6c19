import { initializeLogger, tts } from '@livekit/agents';
import { beforeAll, expect, test } from 'vitest';
import { SpokenClauses } from './spoken-clauses.ts';
import type { Voice } from './voice.ts';

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

/** Says 20 ms of its own level for each clause, or fails at the clauses it cannot say. */
class LevelVoice implements Voice {
  readonly label: string;
  readonly sampleRateHz = 16_000;
  readonly asked: string[] = [];
  readonly paces: number[] = [];
  readonly #level: number;
  readonly #fails: (clause: string) => 'before' | 'after a part' | undefined;

  constructor(level: number, fails: (clause: string) => 'before' | 'after a part' | undefined = () => undefined) {
    this.label = `level ${level}`;
    this.#level = level;
    this.#fails = fails;
  }

  async *speak(clause: string, _signal: AbortSignal, pace = 1): AsyncGenerator<Int16Array> {
    await Promise.resolve();
    this.asked.push(clause);
    this.paces.push(pace);
    const failure = this.#fails(clause);
    if (failure === 'before') throw new Error('scripted');
    yield new Int16Array(320).fill(this.#level);
    // A part that takes as long to say as "Your order ".
    if (failure === 'after a part') yield new Int16Array(12_000).fill(this.#level);
    if (failure === 'after a part') throw new Error('scripted');
  }
}

async function levelsSaid(voice: SpokenClauses, ...pieces: string[]): Promise<number[]> {
  const stream = voice.stream();
  stream.updateInputStream(ReadableStream.from(pieces));
  const levels: number[] = [];
  for await (const audio of stream) {
    if (audio === tts.SynthesizeStream.END_OF_STREAM) break;
    levels.push(audio.frame.data[0] ?? 0);
  }
  return levels;
}

test('speaks clause by clause, in order', async () => {
  const voice = new LevelVoice(1);
  expect(await levelsSaid(new SpokenClauses([voice]), 'Your order has ship', 'ped. It arrives on Friday.')).toEqual([
    1, 1,
  ]);
  expect(voice.asked).toEqual(['Your order has shipped.', 'It arrives on Friday.']);
});

test('speaks on with the next voice when one fails, and passes over it for a while', async () => {
  const first = new LevelVoice(1, () => 'before');
  const said = await levelsSaid(
    new SpokenClauses([first, new LevelVoice(2)]),
    'Your order has shipped. Anything else?',
  );
  expect(said).toEqual([2, 2]);
  expect(first.asked).toHaveLength(1);
});

test('finishes the clause within which a voice breaks off, and says nothing of it twice', async () => {
  const first = new LevelVoice(1, () => 'after a part');
  const second = new LevelVoice(2);
  const said = await levelsSaid(new SpokenClauses([first, second]), 'Your order has shipped. Anything else?');
  expect(said.filter((level, at) => level !== said[at - 1])).toEqual([1, 2]);
  expect(second.asked).toEqual(['has shipped.', 'Anything else?']);
});

test('speaks what was prepared without making it again', async () => {
  const voice = new LevelVoice(1);
  const clauses = new SpokenClauses([voice]);
  await clauses.prepare('Thanks for calling the store. What can I do for you?');
  expect(voice.asked).toHaveLength(2);
  expect(await levelsSaid(clauses, 'Thanks for calling the store. What can I do for you?')).toEqual([1, 1]);
  expect(voice.asked).toHaveLength(2);
});

test('speaks at the pace that is wanted now, whatever was prepared', async () => {
  let pace = 1;
  const voice = new LevelVoice(1);
  const clauses = new SpokenClauses([voice], () => pace);
  await clauses.prepare('Thanks for calling.');
  pace = 0.85;
  await levelsSaid(clauses, 'Thanks for calling.');
  expect(voice.paces).toEqual([1, 0.85]);
});

test('makes again, when it is said, what could not be prepared', async () => {
  let isDown = true;
  const voice = new LevelVoice(1, () => (isDown ? 'before' : undefined));
  const clauses = new SpokenClauses([voice]);
  await expect(clauses.prepare('Thanks for calling.')).rejects.toThrow('No voice could speak');
  isDown = false;
  expect(await levelsSaid(clauses, 'Thanks for calling.')).toEqual([1]);
});
