import type { Readable } from 'node:stream';
import type { Command } from '@orderline/contract/call.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { attachStream, markStreamLost, refreshStreams } from './agent-presence-table.ts';
import { onCallSignal, type CallSignal } from './call-signals.ts';
import { findCall } from './calls-table.ts';
import { CommandStream } from './command-stream.ts';

const refreshMs = 2000;

/**
 * The command streams that jobs hold open at this server. While one is open its job counts as living; when it breaks
 * without an end of the call, `keep-agent` replaces the job.
 */
export class CommandStreams {
  readonly #context: AppContext;
  readonly #streams = new Map<string, CommandStream>();
  #stopHearing = (): void => undefined;
  #refreshing: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(context: AppContext) {
    this.#context = context;
  }

  start(): void {
    this.#stopHearing = onCallSignal(this.#context.signals, (signal) => this.#handleSignal(signal));
    this.#refreshing = setInterval(() => void this.#refresh(), refreshMs);
  }

  /**
   * Closes every stream, so that the jobs open theirs at another server. They are not marked as lost: for a few
   * seconds more they count as living.
   */
  stop(): void {
    this.#isStopping = true;
    this.#stopHearing();
    clearInterval(this.#refreshing);
    for (const stream of this.#streams.values()) stream.close();
  }

  /** The stream of the job that holds this call token, `ready` being its first command. 409 `call_superseded`. */
  async open(job: { callId: string; generation: number }): Promise<Readable> {
    if (this.#isStopping) throw problem('unavailable', { detail: 'This server is stopping: connect again' });
    const stream = new CommandStream(job);
    if (!(await attachStream(this.#context.database, { ...job, stream: stream.id }))) throw problem('call_superseded');
    this.#streams.set(stream.id, stream);
    stream.body.once('close', () => void this.#forget(stream));
    stream.send({ kind: 'ready' });
    return stream.body;
  }

  async #forget(stream: CommandStream): Promise<void> {
    this.#streams.delete(stream.id);
    if (this.#isStopping) return;
    try {
      await markStreamLost(this.#context.database, stream.id);
    } catch (error) {
      // Nobody refreshes it any more, so the loss is noticed a few seconds later.
      this.#context.log.warn({ callId: stream.callId, err: error }, 'lost stream not marked');
    }
  }

  #handleSignal(signal: CallSignal): void {
    for (const stream of this.#streams.values()) {
      if (stream.callId !== signal.callId) continue;
      switch (signal.kind) {
        case 'ended':
          stream.close({ kind: 'hang_up', reason: signal.reason });
          break;
        case 'joined':
          if (stream.generation < signal.generation) stream.close({ kind: 'superseded' });
          break;
        case 'decided':
          stream.send({
            kind: 'decision',
            escalation_id: signal.escalationId,
            approved: signal.isApproved,
            say: signal.say,
          });
      }
    }
  }

  /** Says that the jobs live, and closes the streams that are no longer their call's own though no signal said so. */
  async #refresh(): Promise<void> {
    const streams = [...this.#streams.values()];
    if (streams.length === 0) return;
    for (const stream of streams) stream.beat();
    try {
      const current = await refreshStreams(
        this.#context.database,
        streams.map(({ id }) => id),
      );
      for (const stream of streams) if (!current.has(stream.id)) stream.close(await this.#lastCommand(stream));
    } catch (error) {
      this.#context.log.warn({ err: error }, 'command streams not refreshed');
    }
  }

  async #lastCommand({ callId, generation }: CommandStream): Promise<Command | undefined> {
    const call = await findCall(this.#context.database, callId);
    if (call === undefined || call.ended_at !== null) {
      return { kind: 'hang_up', reason: call?.end_reason ?? 'room_closed' };
    }
    // The same job with a newer stream leaves this one to close without a word.
    return call.generation > generation ? { kind: 'superseded' } : undefined;
  }
}
