import { setTimeout as delay } from 'node:timers/promises';

interface Looking {
  withinMs: number;
  everyMs?: number;
}

/** Looks until there is something, where nothing tells of it. @returns undefined when the time is over */
export async function eventually<Value>(
  read: () => Promise<Value | undefined> | Value | undefined,
  { withinMs, everyMs = 200 }: Looking,
): Promise<Value | undefined> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await read();
    if (value !== undefined || performance.now() > deadline) return value;
    await delay(everyMs);
  }
}
