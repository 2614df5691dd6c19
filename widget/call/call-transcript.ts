import { changeTranscript } from '../transcript/transcript.ts';
import type { TranscriptChange } from '../transcript/transcript.ts';
import type { Transcript } from '../transcript/transcript-entry.ts';
import type { Clock } from './clock.ts';
import type { Visit } from './visit.ts';

/** What the agent has just finished saying is on its way to the server for this long. */
const storedWithinMs = 1_000;

interface CallTranscriptOptions {
  visit: Visit;
  clock: Clock;
  onChange: () => void;
}

/** What was said in a call: as this page hears it, and from the server's record what it was not there for. */
export class CallTranscript {
  readonly #options: CallTranscriptOptions;
  #entries: Transcript = [];
  /** The agent may be in the middle of a turn whose beginning this page was not there for. */
  #missedBeginning = false;

  constructor(options: CallTranscriptOptions) {
    this.#options = options;
  }

  get entries(): Transcript {
    return this.#entries;
  }

  /** A message of the visitor's; returns its id. */
  addTyped(text: string): string {
    // The record has it under the same id, and no page before this one has given it.
    const id = `page_${crypto.randomUUID()}`;
    this.write({ kind: 'typed', id, text, atMs: this.#options.clock.nowMs() });
    return id;
  }

  write(change: TranscriptChange): void {
    this.#entries = changeTranscript(this.#entries, change);
    this.#options.onChange();
  }

  /** A message that was not sent is on its way again: its text. */
  retype(id: string): string | undefined {
    const entry = this.#entries.find((candidate) => candidate.id === id && candidate.status === 'failed');
    if (entry !== undefined) this.write({ kind: 'sending', id });
    return entry?.text;
  }

  /** What was said while this page was not in the room. Without it the call still goes on. */
  async catchUp(visitToken: string | undefined, signal: AbortSignal): Promise<void> {
    this.#missedBeginning = true;
    await this.#read(visitToken, signal);
  }

  /**
   * The agent has finished its turn: if this page missed the beginning, the record has it now. On a slow connection that
   * may be the greeting: the agent is heard before its texts can come.
   */
  turnFinished(visitToken: string | undefined, signal: AbortSignal): void {
    const missedBeginning = this.#missedBeginning;
    this.#missedBeginning = false;
    this.#options.clock.after(storedWithinMs, () => {
      const isSilent = !this.#entries.some(({ role }) => role === 'agent');
      if (missedBeginning || isSilent) void this.#read(visitToken, signal);
    });
  }

  async #read(visitToken: string | undefined, signal: AbortSignal): Promise<void> {
    if (visitToken === undefined || signal.aborted) return;
    const turns = await this.#options.visit.transcript(visitToken, signal).catch(() => []);
    if (turns.length > 0) this.write({ kind: 'stored', turns });
  }
}
