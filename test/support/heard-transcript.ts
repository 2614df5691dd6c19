import { EventEmitter } from 'node:events';
import type { Room, TextStreamReader } from '@livekit/rtc-node';
import { transcriptionTopic } from '@orderline/contract/room.ts';
import { patienceMs } from './patience.ts';
import { until } from './until.ts';

interface Segment {
  speaker: 'agent' | 'me';
  text: string;
}

/** Everything `lk.transcription` brought to a participant, in the order in which it began. */
export class HeardTranscript extends EventEmitter {
  readonly #segments = new Map<string, Segment>();
  /** Segments before this one have been waited for already. */
  #read = 0;

  constructor(room: Room) {
    super();
    room.registerTextStreamHandler(transcriptionTopic, (reader, sender) => {
      const speaker = sender.identity === room.localParticipant?.identity ? 'me' : 'agent';
      // A call that ends cuts off what is being said; what came of it stays.
      this.#collect(reader, speaker).catch(() => undefined);
    });
  }

  /** What the agent said, one line a segment. */
  get agentLines(): string[] {
    return this.#linesOf('agent');
  }

  /** What the agent heard of this participant. */
  get myLines(): string[] {
    return this.#linesOf('me');
  }

  /**
   * Waits for the agent to say something that matches, after whatever was waited for last.
   * @returns the agent's words since then, up to and with the match
   */
  async agentSays(expected: RegExp | string, { withinMs = patienceMs } = {}): Promise<string> {
    const matches = (said: string) => (typeof expected === 'string' ? said.includes(expected) : expected.test(said));
    return until(
      this,
      () => {
        const lines = this.agentLines;
        const said = lines.slice(this.#read).join(' ');
        if (!matches(said)) return undefined;
        this.#read = lines.length;
        return said;
      },
      {
        withinMs,
        describe: () =>
          `The agent did not say ${String(expected)} within ${withinMs} ms; it said: ${this.agentLines.join(' | ')}; ` +
          `it heard: ${this.myLines.join(' | ')}`,
      },
    );
  }

  #linesOf(speaker: Segment['speaker']): string[] {
    return [...this.#segments.values()].filter((segment) => segment.speaker === speaker).map(({ text }) => text);
  }

  async #collect(reader: TextStreamReader, speaker: Segment['speaker']): Promise<void> {
    const id = reader.info.attributes?.['lk.segment_id'] ?? reader.info.streamId;
    let text = '';
    for await (const chunk of reader) {
      text += chunk;
      this.#segments.set(id, { speaker, text });
      this.emit('change');
    }
  }
}
