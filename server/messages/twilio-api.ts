import * as z from 'zod/mini';
import { readCapped } from '../store/read-capped.ts';
import type { TwilioSettings } from './messaging-config.ts';

/** A request to Twilio that got no answer; `isBeforeSending`: nothing of it can have reached Twilio. */
export class TwilioUnreachableError extends Error {
  override readonly name = 'TwilioUnreachableError';
  readonly isBeforeSending: boolean;

  constructor(code: string, { isBeforeSending, cause }: { isBeforeSending: boolean; cause: unknown }) {
    super(`Twilio did not answer: ${code}`, { cause });
    this.isBeforeSending = isBeforeSending;
  }
}

export interface TwilioCall {
  readonly method: 'GET' | 'POST';
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface TwilioReply {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** Undefined for what is no JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** No connection was made, so no byte of the request was sent. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const object = z.record(z.string(), z.unknown());

/**
 * The messages of the account, by Twilio's REST API: two requests of it, for which its library would bring 17 MB, and hide
 * whether a request that failed had left. Throws {@link TwilioUnreachableError}.
 */
export async function twilioMessages(settings: TwilioSettings, call: TwilioCall): Promise<TwilioReply> {
  const { apiUrl, accountSid, authToken } = settings;
  const url = new URL(`/2010-04-01/Accounts/${accountSid}/Messages.json`, apiUrl);
  url.search = new URLSearchParams(call.query).toString();
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  try {
    const response = await fetch(url, {
      method: call.method,
      headers: { authorization, accept: 'application/json' },
      ...(call.form === undefined ? {} : { body: new URLSearchParams(call.form) }),
      redirect: 'error',
      signal: call.signal,
    });
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    return { status: response.status, retryAfter, body: parsed(await readCapped(response)) };
  } catch (cause) {
    const code = codeOf(cause);
    throw new TwilioUnreachableError(code, { isBeforeSending: beforeSending.has(code), cause });
  }
}

function parsed(text: string | undefined): TwilioReply['body'] {
  try {
    return object.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

/** `fetch` puts what happened into the cause, and that of a host with several addresses into a list. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner === undefined ? error.name : codeOf(inner);
}
