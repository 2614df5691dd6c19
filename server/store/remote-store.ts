import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ConstantBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import { sendChange } from './remote-changes.ts';
import { lookUpRemotely } from './remote-lookup.ts';
import { askVariants } from './remote-variants.ts';
import { StoreUnavailableError, type StoreConnector, type StoreFault } from './store-connector.ts';
import type { StoreApi } from './store-request.ts';

export interface RemoteStoreOptions extends Omit<StoreApi, 'timeoutMs'> {
  readonly timeoutMs?: number;
  /** How long the store is left alone after `restAfterFaults` faults in a row. */
  readonly restMs?: number;
}

const restAfterFaults = 5;
const retryAfterMs = 150;

/** Answers that asking again would not change, and that say nothing of how the store is. */
const lasting: readonly StoreFault[] = ['key_refused', 'not_offered'];

/** The store's own order API. Asked once more after a fault, and left alone for a while after several. */
export function remoteStore({ url, key, timeoutMs = 3000, restMs = 10_000 }: RemoteStoreOptions): StoreConnector {
  const api: StoreApi = { url, key, timeoutMs };
  const isFault = handleWhen((error) => error instanceof StoreUnavailableError && !lasting.includes(error.reason));
  const policy = wrap(
    circuitBreaker(isFault, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(restAfterFaults) }),
    retry(isFault, { maxAttempts: 1, backoff: new ConstantBackoff(retryAfterMs) }),
  );
  const patiently = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await policy.execute(ask);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new StoreUnavailableError('resting', error) : error;
    }
  };
  return {
    lookUp: async (pair) => (await patiently(() => lookUpRemotely(api, pair)))?.order,
    shippingAddress: async (pair) => (await patiently(() => lookUpRemotely(api, pair)))?.shippingAddress,
    async variantsOf(_database, { lines }, wanted) {
      const ofLines = lines.filter(({ line }) => wanted.includes(line));
      const told = await Promise.all(
        ofLines.map(async ({ line, sku }) => {
          const variants = sku === undefined ? undefined : await patiently(() => askVariants(api, sku));
          return variants === undefined ? [] : [[line, variants] as const];
        }),
      );
      return new Map(told.flat());
    },
    changes: { kind: 'remote', send: (change) => patiently(() => sendChange(api, change)) },
  };
}
