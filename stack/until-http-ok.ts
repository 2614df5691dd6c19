import { setTimeout as delay } from 'node:timers/promises';

/**
 * Resolves once `url` answers 200. Anything else means "not yet": a refused connection, the 503 of a server whose
 * database is starting, LiveKit's 406 while its own statistics are stale. Rejects when `signal` aborts.
 */
export async function untilHttpOk(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const isOk = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]) }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    if (isOk) return;
    await delay(50, undefined, { signal });
  }
}
