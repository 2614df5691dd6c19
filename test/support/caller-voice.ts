import { Worker } from 'node:worker_threads';

interface Spoken {
  readonly text: string;
  readonly samples: Int16Array<ArrayBuffer>;
}

const waiting = new Map<string, ((samples: Int16Array<ArrayBuffer>) => void)[]>();
let thread: Worker | undefined;

/**
 * A line as callers say it, at 16 kHz: by flite in a thread of its own, because it computes without a pause, and whoever
 * else speaks on this thread meanwhile would stutter.
 */
export function callerSays(text: string): Promise<Int16Array<ArrayBuffer>> {
  thread ??= startThread();
  thread.postMessage(text);
  return new Promise((said) => waiting.set(text, [...(waiting.get(text) ?? []), said]));
}

function startThread(): Worker {
  const started = new Worker(new URL('./caller-voice-thread.ts', import.meta.url));
  started.unref();
  started.on('message', ({ text, samples }: Spoken) => {
    waiting.get(text)?.shift()?.(samples);
  });
  started.on('error', (error) => {
    throw error;
  });
  return started;
}
