/** A source that gave nothing for too long. */
class StalledError extends Error {
  override readonly name = 'StalledError';
}

/**
 * Passes on what a source gives, and gives up when it stalls.
 * @throws StalledError when the first value takes longer than `firstMs`, or a later one longer than `nextMs`
 */
export async function* withinTime<Value>(
  source: AsyncIterable<Value>,
  { firstMs, nextMs }: { firstMs: number; nextMs: number },
): AsyncGenerator<Value> {
  const iterator = source[Symbol.asyncIterator]();
  let limitMs = firstMs;
  try {
    for (;;) {
      const result = await settledWithin(iterator.next(), limitMs);
      if (result.done === true) return;
      yield result.value;
      limitMs = nextMs;
    }
  } finally {
    // Not awaited: a source that hangs must not hang its reader.
    void iterator.return?.().catch(() => undefined);
  }
}

async function settledWithin<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StalledError(`Nothing for ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([promise, stalled]);
  } finally {
    clearTimeout(timer);
  }
}
