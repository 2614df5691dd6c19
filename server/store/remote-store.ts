import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ConstantBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
} from 'cockatiel';
import { sendChange } from './remote-changes.ts';
import { lookUpRemotely } from './remote-lookup.ts';
import { askVariants } from './remote-variants.ts';
import { StoreUnavailableError, type StoreConnector } from './store-connector.ts';
import type { StoreApi } from './store-request.ts';

export interface RemoteStoreOptions extends Omit<StoreApi, 'timeoutMs'> {
  readonly timeoutMs?: number;
  /** How long an address of the store is left alone after `restAfterFaults` faults in a row. */
  readonly restMs?: number;
  /** How long a store that takes no changes is taken not to. */
  readonly recheckMs?: number;
}

const restAfterFaults = 5;
const retryAfterMs = 150;

/** The store's own order API. Asked once more after a fault, and left alone for a while after several. */
export function remoteStore(options: RemoteStoreOptions): StoreConnector {
  const { url, key, timeoutMs = 3000, restMs = 10_000, recheckMs = 600_000 } = options;
  const api: StoreApi = { url, key, timeoutMs };
  // Each address for itself: a store whose changes fail still tells how its orders stand.
  const [lookup, variants, changes] = [patience(restMs), patience(restMs), patience(restMs)];
  let notOfferedUntil = 0;
  return {
    lookUp: async (pair) => (await lookup(() => lookUpRemotely(api, pair)))?.order,
    shippingAddress: async (pair) => (await lookup(() => lookUpRemotely(api, pair)))?.shippingAddress,
    async variantsOf(_database, { lines }, wanted) {
      const ofLines = lines.filter(({ line }) => wanted.includes(line));
      const told = await Promise.all(
        ofLines.map(async ({ line, sku }) => {
          const beside = sku === undefined ? undefined : await variants(() => askVariants(api, sku));
          return beside === undefined ? [] : [[line, beside] as const];
        }),
      );
      return new Map(told.flat());
    },
    changes: {
      kind: 'remote',
      isOffered: () => performance.now() >= notOfferedUntil,
      async send(change, signal) {
        const verdict = await changes(() => sendChange(api, change, signal), signal);
        notOfferedUntil = verdict === 'not_offered' ? performance.now() + recheckMs : 0;
        return verdict;
      },
    },
  };
}

type Patience = <Answer>(ask: () => Promise<Answer>, signal?: AbortSignal) => Promise<Answer>;

function patience(restMs: number): Patience {
  // A refused key stays refused, and says nothing of how the store is.
  const isFault = handleWhen((error) => error instanceof StoreUnavailableError && error.reason !== 'key_refused');
  const policy = wrap(
    circuitBreaker(isFault, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(restAfterFaults) }),
    retry(isFault, { maxAttempts: 1, backoff: new ConstantBackoff(retryAfterMs) }),
  );
  return async (ask, signal) => {
    try {
      return await policy.execute(ask, signal);
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new StoreUnavailableError('resting', error);
      // Who waited for the first try after a rest has waited for too long.
      if (error instanceof TaskCancelledError) throw new StoreUnavailableError('slow', error);
      throw error;
    }
  };
}
