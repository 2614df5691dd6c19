import { setTimeout as delay } from 'node:timers/promises';
import { type Command, command } from '@orderline/contract/call.ts';
import { EventSourceParserStream } from 'eventsource-parser/stream';

/** A server that lives sends at least a comment every two seconds. */
const silentForMs = 6_000;
/** The server takes a job for dead 0.7 s after its stream broke. */
const retryPausesMs = [0, 100, 200, 400, 1_000];
const tellCallerAfterMs = 15_000;

export interface CommandHandlers {
  /** Another job has the call, or it has ended: leave without a word. */
  onLeave: (why: 'superseded' | 'ended') => void;
  /** A person has decided; it may come twice. */
  onDecision: (decision: Extract<Command, { kind: 'decision' }>) => void;
  /** The server has not been there for long; said once, until it is back. */
  onUnreachable: () => void;
}

/**
 * Holds the call's command stream open for as long as the job lives: this is how the server knows that it does.
 * Resolves when the call is left or `signal` is aborted; never rejects.
 */
export async function holdCommands(
  open: (signal: AbortSignal) => Promise<Response>,
  handlers: CommandHandlers,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  let lostAt: number | undefined;
  while (!signal.aborted) {
    const ending = await readOnce(open, handlers, signal);
    if (ending.kind === 'leave') {
      handlers.onLeave(ending.why);
      return;
    }
    if (ending.wasReady) {
      failures = 0;
      lostAt = undefined;
    }
    lostAt ??= performance.now();
    const pauseMs = retryPausesMs[Math.min(failures++, retryPausesMs.length - 1)] ?? 0;
    if (performance.now() - lostAt >= tellCallerAfterMs) {
      handlers.onUnreachable();
      lostAt = Number.POSITIVE_INFINITY;
    }
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

type Ending = { kind: 'leave'; why: 'superseded' | 'ended' } | { kind: 'lost'; wasReady: boolean };

async function readOnce(
  open: (signal: AbortSignal) => Promise<Response>,
  { onDecision }: CommandHandlers,
  signal: AbortSignal,
): Promise<Ending> {
  const silence = new Watchdog(silentForMs);
  let wasReady = false;
  try {
    const response = await open(AbortSignal.any([signal, silence.signal]));
    if (response.status === 409 || response.status === 404 || response.status === 401) {
      const { code } = (await response.json()) as { code?: string };
      return { kind: 'leave', why: code === 'call_superseded' ? 'superseded' : 'ended' };
    }
    if (!response.ok || response.body === null) return { kind: 'lost', wasReady };
    for await (const event of eventsOf(response.body, () => silence.feed())) {
      switch (event.kind) {
        case 'ready':
          wasReady = true;
          break;
        case 'superseded':
          return { kind: 'leave', why: 'superseded' };
        case 'hang_up':
          return { kind: 'leave', why: 'ended' };
        case 'decision':
          onDecision(event);
          break;
      }
    }
  } catch {
    // Broken, refused or silent: all the same, it is opened again.
  } finally {
    silence.stop();
  }
  return { kind: 'lost', wasReady };
}

/** Commands this version does not know are for a later one. */
async function* eventsOf(body: ReadableStream<Uint8Array>, onBytes: () => void): AsyncGenerator<Command> {
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onBytes();
      controller.enqueue(chunk);
    },
  });
  const events = body
    .pipeThrough(watched)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream());
  for await (const { data } of events) {
    const parsed = command.safeParse(jsonOf(data));
    if (parsed.success) yield parsed.data;
  }
}

class Watchdog {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(limitMs: number) {
    this.#timer = setTimeout(() => this.#controller.abort(), limitMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  feed(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
