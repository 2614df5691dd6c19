import type { EventEmitter } from 'node:events';

interface Wait {
  withinMs: number;
  /** What was waited for, and what was there instead: the failure's whole message. */
  describe: () => string;
}

/** Resolves with the first value that `read` finds, looking again whenever `source` emits `change`. */
export async function until<Value>(source: EventEmitter, read: () => Value | undefined, wait: Wait): Promise<Value> {
  const found = read();
  if (found !== undefined) return found;
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => finish(() => reject(new Error(wait.describe()))), wait.withinMs);
    const look = () => {
      const value = read();
      if (value !== undefined) finish(() => resolve(value));
    };
    const finish = (settle: () => void) => {
      clearTimeout(timeout);
      source.off('change', look);
      settle();
    };
    source.on('change', look);
  });
}
