import { type Problem, problem } from '@orderline/contract/problem.ts';
import type * as z from 'zod/mini';
import { ServerError } from './server-error.ts';

/** What the server says to a request that it could read: yes with a value, or an expected no. */
export type Answer<Value> = { outcome: 'ok'; value: Value } | { outcome: 'refused'; problem: Problem };

export interface ServerRequest<Schema extends z.ZodMiniType> {
  /** For error messages: what is being done, without any personal data. */
  what: string;
  url: URL;
  token: string;
  method: 'GET' | 'POST';
  body?: unknown;
  /** Makes a repeated change harmless. */
  idempotencyKey?: string;
  answer: Schema;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/**
 * One HTTP request to the server, its answer checked against the contract.
 * @throws ServerError for everything that is no answer; the signal's reason when it was aborted
 */
export async function sendRequest<Schema extends z.ZodMiniType>(
  request: ServerRequest<Schema>,
): Promise<Answer<z.output<Schema>>> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers: headersOf(request),
      signal,
      ...bodyOf(request),
    });
    body = await jsonOf(response);
  } catch (cause) {
    request.signal?.throwIfAborted();
    throw new ServerError(timeout.aborted ? 'slow' : 'unreachable', request.what, cause);
  }
  if (response.ok) {
    const value = request.answer.safeParse(body);
    if (!value.success) throw new ServerError('garbled', request.what, value.error);
    return { outcome: 'ok', value: value.data };
  }
  return refusalOf(response.status, body, request.what);
}

function refusalOf(status: number, body: unknown, what: string): Answer<never> {
  const refusal = problem.safeParse(body);
  if (refusal.success && refusal.data.code === 'call_superseded') throw new ServerError('superseded', what);
  if (status >= 500 || status === 429) throw new ServerError('unavailable', what);
  if (!refusal.success) throw new ServerError('garbled', what, refusal.error);
  return { outcome: 'refused', problem: refusal.data };
}

function headersOf(request: ServerRequest<z.ZodMiniType>): Record<string, string> {
  return {
    authorization: `Bearer ${request.token}`,
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(request.idempotencyKey === undefined ? {} : { 'idempotency-key': request.idempotencyKey }),
  };
}

function bodyOf({ body }: ServerRequest<z.ZodMiniType>): { body?: string } {
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

/** A body that is no JSON is left to the schema to refuse. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
