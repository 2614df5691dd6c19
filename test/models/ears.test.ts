import { expect, test } from 'vitest';
import { channels } from '../bench/ears/channels.ts';
import { hearLines } from '../bench/ears/hear-lines.ts';
import type { HeardLine } from '../bench/ears/score.ts';
import { noYes, type SpokenLine, spokenLines } from '../bench/ears/spoken-corpus.ts';

/** A minute in all on two idle cores. */
const measuredMs = 300_000;
/** Every so many of the corpus: all of it takes a quarter of an hour (`npm run bench:ears`). */
const every = { spoken: 6, noYes: 2 };
const tried = ['clean', 'noise 10 dB', 'G.711'] as const;

/** Each line over one of the channels, in turn. */
async function heardInTurn(lines: readonly SpokenLine[]): Promise<HeardLine[]> {
  const over = await channels();
  const heard: HeardLine[] = [];
  for (const [turn, name] of tried.entries()) {
    const channel = over[name];
    if (!channel) throw new Error(`There is no channel ${name}`);
    heard.push(
      ...(await hearLines(
        lines.filter((_, index) => index % tried.length === turn),
        channel,
      )),
    );
  }
  return heard;
}

const of = (heard: readonly HeardLine[], ...kinds: SpokenLine['kind'][]) =>
  heard.filter(({ line }) => kinds.includes(line.kind));
const shareRight = (heard: readonly HeardLine[]) =>
  heard.filter(({ outcome }) => outcome === 'right').length / heard.length;
const told = (heard: readonly HeardLine[]) =>
  heard.map(({ line, heard: words, outcome }) => `${outcome}: ${line.say} → ${words}`).join('\n');

test('hears no yes in any sentence that is none', { timeout: measuredMs }, async () => {
  const heard = await heardInTurn(noYes.filter((_, index) => index % every.noYes === 0));
  expect(heard).toHaveLength(noYes.length / every.noYes);
  expect(told(heard.filter(({ outcome }) => outcome === 'wrong'))).toBe('');
});

test(
  'understands what callers say, in a quiet room, in a noisy one and over a telephone',
  { timeout: measuredMs },
  async () => {
    const heard = await heardInTurn(spokenLines.filter((_, index) => index % every.spoken === 0));
    expect(shareRight(of(heard, 'number')), told(of(heard, 'number'))).toBeGreaterThanOrEqual(0.7);
    expect(shareRight(of(heard, 'matter', 'free')), told(of(heard, 'matter', 'free'))).toBeGreaterThanOrEqual(0.7);
    expect(shareRight(heard), told(heard)).toBeGreaterThanOrEqual(0.6);
    expect(told(of(heard, 'answer').filter(({ outcome }) => outcome === 'wrong'))).toBe('');
  },
);
