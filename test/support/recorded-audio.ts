import { EventEmitter } from 'node:events';
import { AudioStream, type RemoteTrack, TrackKind } from '@livekit/rtc-node';
import { patienceMs } from './patience.ts';
import { until } from './until.ts';

const sampleRate = 16_000;
/** Root mean square of a frame above which somebody is speaking; silence and comfort noise stay below 50. */
const loudLevel = 200;

/** The agent's audio as a participant hears it: 16 kHz mono, with the moments at which it was loud. */
export class RecordedAudio extends EventEmitter {
  readonly #frames: Int16Array[] = [];
  #firstLoudAt: number | undefined;
  #lastLoudAt: number | undefined;
  /** When each loud frame came. */
  readonly #loudAt: number[] = [];

  async record(track: RemoteTrack): Promise<void> {
    if (track.kind !== TrackKind.KIND_AUDIO) return;
    for await (const frame of new AudioStream(track, sampleRate, 1)) {
      this.#frames.push(frame.data.slice());
      if (level(frame.data) > loudLevel) {
        this.#lastLoudAt = performance.now();
        this.#firstLoudAt ??= this.#lastLoudAt;
        this.#loudAt.push(this.#lastLoudAt);
      }
      this.emit('change');
    }
  }

  /** When the agent was first heard, on `performance.now()`'s clock. */
  async firstHeard({ withinMs = patienceMs } = {}): Promise<number> {
    return until(this, () => this.#firstLoudAt, { withinMs, describe: () => `No audio within ${withinMs} ms` });
  }

  /** The first loud moment after `sinceMs`. */
  async heardAgain({ sinceMs, withinMs = patienceMs }: { sinceMs: number; withinMs?: number }): Promise<number> {
    return until(
      this,
      () => (this.#lastLoudAt !== undefined && this.#lastLoudAt > sinceMs ? this.#lastLoudAt : undefined),
      { withinMs, describe: () => `No audio within ${withinMs} ms` },
    );
  }

  /** Since the last loud moment, in milliseconds. */
  get silentForMs(): number {
    return performance.now() - (this.#lastLoudAt ?? -Infinity);
  }

  /** Resolves when nothing loud has come for `forMs`. */
  async fallenSilent({ forMs, withinMs = patienceMs }: { forMs: number; withinMs?: number }): Promise<void> {
    await until(this, () => (this.silentForMs >= forMs ? true : undefined), {
      withinMs,
      describe: () => `Not silent within ${withinMs} ms`,
    });
  }

  /** Resolves when so much more has been received, loud or not. */
  async played({ forMs }: { forMs: number }): Promise<void> {
    const untilAt = performance.now() + forMs;
    await until(this, () => (performance.now() >= untilAt ? true : undefined), {
      withinMs: forMs + patienceMs,
      describe: () => 'The track brings nothing any more',
    });
  }

  /** When the first pause of at least `forMs` began that came after `afterMs`; now, when there was none. */
  silentSince({ afterMs, forMs }: { afterMs: number; forMs: number }): number {
    const loud = this.#loudAt.filter((at) => at >= afterMs);
    const found = loud.find((at, index) => (loud[index + 1] ?? performance.now()) - at >= forMs);
    return found ?? (loud.length === 0 ? afterMs : performance.now());
  }

  /** The longest time without a sound between `sinceMs` and the last sound so far, in milliseconds. */
  longestSilence({ sinceMs }: { sinceMs: number }): number {
    const moments = [sinceMs, ...this.#loudAt.filter((at) => at > sinceMs)];
    return Math.max(0, ...moments.map((at, index) => (moments[index + 1] ?? at) - at));
  }

  get samples(): Int16Array {
    const samples = new Int16Array(this.#frames.reduce((length, frame) => length + frame.length, 0));
    let offset = 0;
    for (const frame of this.#frames) {
      samples.set(frame, offset);
      offset += frame.length;
    }
    return samples;
  }
}

function level(frame: Int16Array): number {
  return Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(frame.length, 1));
}
