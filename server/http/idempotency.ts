import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import { problem } from './problem-response.ts';
import { claimKey, findResponse, forgetKey, storeResponse, type KeyOfRequest } from './idempotency-keys-table.ts';

/** The header of requests that must not count twice. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

export interface KeyedRequest {
  /** Whose keys these are: the call's, or the member of staff's; with what is asked: `call_… POST /escalations`. */
  readonly scope: string;
  /** The `Idempotency-Key`; without one the request simply runs. */
  readonly key: string | undefined;
  /** What is asked, whole. */
  readonly request: unknown;
}

const pollMs = 40;
const longestWaitMs = 5000;
/** A request that was claimed this long ago and has no answer died with its server. */
const abandonedAfterMs = 30_000;

/**
 * Runs `verb` once for a key: the same request under it, at the same moment or later, gets the same answer; another
 * request under it is 422 `idempotency_key_reused`. A verb that throws has not happened, and may be tried again.
 */
export async function idempotently<Answer>(
  context: AppContext,
  { scope, key, request }: KeyedRequest,
  verb: () => Promise<Answer>,
): Promise<Answer> {
  if (key === undefined) return verb();
  const keyed: KeyOfRequest = { scope, key, digest: digestOf(request) };
  const deadline = Date.now() + longestWaitMs;
  for (;;) {
    if (await claimKey(context.database, keyed, { abandonedAfterMs })) break;
    const kept = await findResponse(context.database, keyed);
    if (kept !== undefined && kept.digest !== keyed.digest) {
      throw problem('idempotency_key_reused', { detail: 'Use a new Idempotency-Key for another request' });
    }
    if (kept?.response !== undefined) return kept.response as Answer;
    if (Date.now() > deadline) throw problem('unavailable', { detail: 'The same request is still running: try again' });
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  try {
    const answer = await verb();
    await storeResponse(context.database, keyed, answer);
    return answer;
  } catch (error) {
    await forgetKey(context.database, keyed);
    throw error;
  }
}

const digestOf = (request: unknown) => createHash('sha256').update(canonical(request)).digest('base64url');

/** JSON in which the order of keys does not matter. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
