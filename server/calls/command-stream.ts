import { randomUUID } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import type { Command } from '@orderline/contract/call.ts';

/** One job's command stream: server-sent events (WHATWG HTML, "Server-sent events"), one command each. */
export class CommandStream {
  readonly id = randomUUID();
  readonly callId: string;
  readonly generation: number;
  readonly #events = new PassThrough();

  constructor({ callId, generation }: { callId: string; generation: number }) {
    this.callId = callId;
    this.generation = generation;
  }

  /** The body of the response. */
  get body(): Readable {
    return this.#events;
  }

  send(command: Command): void {
    if (this.#events.writable) this.#events.write(`data: ${JSON.stringify(command)}\n\n`);
  }

  /** A comment, which clients skip: it keeps proxies from closing the connection, and finds out when it is broken. */
  beat(): void {
    if (this.#events.writable) this.#events.write(':\n\n');
  }

  /** The last command, if any; then the stream is over. */
  close(command?: Command): void {
    if (command !== undefined) this.send(command);
    this.#events.end();
  }
}
