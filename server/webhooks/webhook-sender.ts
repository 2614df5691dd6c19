import { request as httpRequest, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { checkedAddresses, systemResolve, type Resolve, type ResolvedAddress } from './checked-addresses.ts';
import type { WebhookEndpoint } from './webhook-config.ts';

const timeoutMs = 10_000;
const longestRetryAfterSeconds = 3600;

export interface SignedMessage {
  /** The `webhook-id`: the same for every try. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
}

/** `gone`: the endpoint wants to be told nothing more. A `failure` is a few words, without address or content. */
export type SendOutcome =
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly failure: string; readonly retryAfterSeconds: number | undefined };

export interface WebhookSenderParts {
  readonly clock: () => Date;
  readonly resolve?: Resolve;
}

/**
 * Sends signed webhooks (Standard Webhooks) to configured endpoints. It connects only to the addresses that it has checked,
 * follows no redirect, and reads nothing of the answer but its status.
 */
export class WebhookSender {
  readonly #clock: () => Date;
  readonly #resolve: Resolve;

  constructor({ clock, resolve = systemResolve }: WebhookSenderParts) {
    this.#clock = clock;
    this.#resolve = resolve;
  }

  /** Gives up after ten seconds, or when `signal` is aborted. Never rejects. */
  async send(endpoint: WebhookEndpoint, message: SignedMessage, signal: AbortSignal): Promise<SendOutcome> {
    const url = new URL(endpoint.url);
    const { mayBeLoopback } = endpoint;
    const withinTime = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const checking = checkedAddresses(url, { mayBeLoopback, resolve: this.#resolve });
      const addresses = await Promise.race([checking, whenAborted(withinTime)]);
      if (addresses === undefined) return failed('its address is not a public one');
      return outcomeOf(await this.#post(url, { endpoint, message, addresses, signal: withinTime }));
    } catch (error) {
      return failed(withinTime.aborted ? 'no answer in time' : `not reached (${codeOf(error)})`);
    }
  }

  #post(
    url: URL,
    { endpoint, message, addresses, signal }: PostParts,
  ): Promise<Pick<IncomingMessage, 'statusCode' | 'headers'>> {
    const at = this.#clock();
    const { id, body } = message;
    return new Promise((resolve, reject) => {
      const request = open(url, {
        method: 'POST',
        // A connection of its own: one kept from before could lead to an address that is not the checked one.
        agent: false,
        lookup: onlyThese(addresses),
        maxHeaderSize: 16 * 1024,
        signal,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Orderline',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': new Webhook(endpoint.secret).sign(id, at, body),
        },
      });
      request.on('error', reject);
      request.on('response', (response) => {
        resolve(response);
        response.destroy();
      });
      request.end(body);
    });
  }
}

interface PostParts {
  readonly endpoint: WebhookEndpoint;
  readonly message: SignedMessage;
  readonly addresses: readonly ResolvedAddress[];
  readonly signal: AbortSignal;
}

/** Rejects once the signal is aborted: a look-up of names cannot be. */
const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });

const open = (url: URL, options: RequestOptions): ClientRequest =>
  url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);

/** In place of DNS: asked a second time, it could answer with another address. */
const onlyThese =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_host, { all }, found) => {
    const [first] = addresses;
    if (all === true) found(null, [...addresses]);
    else found(null, first?.address ?? '', first?.family);
  };

function outcomeOf({ statusCode = 0, headers }: Pick<IncomingMessage, 'statusCode' | 'headers'>): SendOutcome {
  if (statusCode >= 200 && statusCode < 300) return { outcome: 'delivered' };
  if (statusCode === 410) return { outcome: 'gone' };
  if (statusCode >= 300 && statusCode < 400) return failed(`answered ${statusCode}, and redirects are not followed`);
  const wanted = Number(headers['retry-after']);
  const isTold = (statusCode === 429 || statusCode === 503) && Number.isInteger(wanted) && wanted > 0;
  return failed(`answered ${statusCode}`, isTold ? Math.min(wanted, longestRetryAfterSeconds) : undefined);
}

const failed = (failure: string, retryAfterSeconds?: number): SendOutcome => ({
  outcome: 'failed',
  failure,
  retryAfterSeconds,
});

/** `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`: what failed, without where. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'broken off';
}
