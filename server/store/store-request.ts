import { readCapped } from './read-capped.ts';
import { StoreUnavailableError } from './store-connector.ts';

export interface StoreApi {
  /** `STORE_API_URL`, the address below which the store serves its orders. */
  readonly url: string;
  /** `STORE_API_KEY`, sent as a bearer token; empty for none. */
  readonly key: string;
  readonly timeoutMs: number;
}

export interface StoreRequest {
  /** Below the store's address: `/lookup`. */
  readonly path: string;
  /** Sent as JSON by POST; without one it is a GET. */
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  /** Gives up waiting. */
  readonly signal?: AbortSignal;
}

export interface StoreResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * One request to the store's own API, whole and in time, whatever its status; never followed anywhere else. Throws
 * {@link StoreUnavailableError}.
 */
export async function askStoreApi(
  { url, key, timeoutMs }: StoreApi,
  { path, body, idempotencyKey, signal }: StoreRequest,
): Promise<StoreResponse> {
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // What is sent proves an order, or changes one: it goes to the configured address only.
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]),
    });
    text = await readCapped(response);
  } catch (error) {
    const isSlow = error instanceof DOMException && error.name === 'TimeoutError';
    throw new StoreUnavailableError(isSlow ? 'slow' : 'unreachable', error);
  }
  // A 401 that asks for another key is about ours (RFC 9110, 15.5.2).
  if (response.status === 401 && response.headers.has('www-authenticate')) {
    throw new StoreUnavailableError('key_refused');
  }
  if (text === undefined) throw new StoreUnavailableError('too_large');
  return { status: response.status, headers: response.headers, text };
}

/** The body as JSON; what is none makes the answer `malformed`. */
export function jsonOf({ text }: StoreResponse): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The cause would carry what the store sent into the log: personal data stays out of it.
    throw new StoreUnavailableError('malformed');
  }
}

/** A store that has no such address, or none of this method, does not offer it. */
export const isNotOffered = ({ status }: StoreResponse): boolean => status === 404 || status === 405 || status === 501;
