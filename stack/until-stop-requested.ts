const parentCheckMs = 500;

/**
 * Aborts when this program is asked to end: Ctrl-C, a closed terminal, a termination signal, or, under npm, the
 * disappearance of npm, which cannot pass on its own SIGKILL. Asked a second time, the program ends at once and leaves
 * the rest to the guardian.
 */
export function untilStopRequested(): AbortSignal {
  const requested = new AbortController();
  const request = () => {
    if (requested.signal.aborted) process.exit(130);
    requested.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
  // A terminal that is gone must not turn the last words into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  if (process.env['npm_lifecycle_event'] !== undefined) {
    const parent = process.ppid;
    const check = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(check);
      requested.abort();
    }, parentCheckMs);
    check.unref();
  }
  return requested.signal;
}
