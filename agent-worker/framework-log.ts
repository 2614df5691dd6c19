import { log } from '@livekit/agents';

/** `Symbol.for` makes the framework's logger one per process, whichever copy of the framework asks for it. */
const loggerKey = Symbol.for('@livekit/agents:logger');

/**
 * The framework logs what is said, and tool arguments, under keys that begin with `lk.pii.`. From here on every line of
 * this process is written without them (no personal data in log lines). Call it once the framework has its logger.
 */
export function keepPersonalDataOutOfTheLog(): void {
  const logger = log().child({}, { formatters: { log: withoutPersonalData, bindings: withoutPersonalData } });
  (globalThis as Record<symbol, unknown>)[loggerKey] = logger;
}

/** @returns the same fields but those the framework marks as personal */
export function withoutPersonalData(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !key.startsWith('lk.pii.')));
}
