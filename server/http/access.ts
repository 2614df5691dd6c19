import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../app-context.ts';
import { readCallToken, readVisitToken } from '../calls/call-token.ts';
import { findCall, type CallRow, type Channel } from '../calls/calls-table.ts';
import { problem } from './problem-response.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The call a worker's token opens; set by `requireCall`. */
    call: CallAccess;
    /** The call a visitor's token opens; set by `requireVisit`. */
    visit: VisitAccess;
  }
}

interface CallAccess {
  readonly id: string;
  readonly generation: number;
  readonly channel: Channel;
  readonly origin_key: string;
}

interface VisitAccess {
  readonly id: string;
  readonly customer_identity: string;
  readonly ended_at: Date | null;
}

export interface EndedCalls {
  /** For what may come after the end of its call: `always`, or for so many milliseconds. Otherwise 409 `call_ended`. */
  readonly acceptEnded?: 'always' | number;
}

type Guard = (request: FastifyRequest) => Promise<void>;

/** `onRequest` guard of what only a worker may ask before it has a call: 401 without the worker key. */
export function requireWorkerKey({ config }: AppContext): Guard {
  // Hashed, both sides have the length that a comparison in constant time needs.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(config.workerKey);
  return (request) => {
    const key = bearerOf(request);
    if (key === undefined || !timingSafeEqual(digest(key), expected)) {
      return Promise.reject(problem('unauthorized', { detail: 'This endpoint takes the worker key as bearer token' }));
    }
    return Promise.resolve();
  };
}

/**
 * `onRequest` guard of what a job does in its call; sets `request.call`. A route with `:id` in its path must be the
 * token's own call. 401 for a token that is missing, expired, forged or of another call; 409 `call_superseded` once a
 * newer job has joined, 409 `call_ended` after the end.
 */
export function requireCall(context: AppContext, { acceptEnded = 0 }: EndedCalls = {}): Guard {
  return async (request) => {
    const token = bearerOf(request);
    const claims = token === undefined ? undefined : await readCallToken(tokensOf(context), token);
    if (claims === undefined || claims.callId !== (pathId(request) ?? claims.callId)) {
      throw problem('unauthorized', { detail: 'This endpoint takes the token that joining the call returned' });
    }
    const call = await findCall(context.database, claims.callId);
    if (call === undefined) throw problem('unauthorized', { detail: 'The call of this token does not exist' });
    if (claims.generation !== call.generation) throw problem('call_superseded');
    refuseEnded(context, call, acceptEnded);
    request.call = { id: call.id, generation: call.generation, channel: call.channel, origin_key: call.origin_key };
  };
}

/** `onRequest` guard of what a visitor does around a call; sets `request.visit`. 401 and 409 `call_ended` as above. */
export function requireVisit(context: AppContext, { acceptEnded = 0 }: EndedCalls = {}): Guard {
  return async (request) => {
    const token = bearerOf(request);
    const claims = token === undefined ? undefined : await readVisitToken(tokensOf(context), token);
    const call = claims === undefined ? undefined : await findCall(context.database, claims.callId);
    if (call === undefined) {
      throw problem('unauthorized', { detail: 'This endpoint takes the visit token that opening the call returned' });
    }
    refuseEnded(context, call, acceptEnded);
    request.visit = { id: call.id, customer_identity: call.customer_identity, ended_at: call.ended_at };
  };
}

const tokensOf = ({ clock, config }: AppContext) => ({ clock, secret: config.tokenSecret });

function refuseEnded({ clock }: AppContext, { ended_at }: CallRow, acceptEnded: 'always' | number): void {
  if (ended_at === null || acceptEnded === 'always') return;
  if (clock().getTime() - ended_at.getTime() >= acceptEnded) throw problem('call_ended');
}

const bearerOf = ({ headers }: FastifyRequest) => /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1];

const pathId = ({ params }: FastifyRequest) =>
  typeof params === 'object' && params !== null && 'id' in params ? params.id : undefined;
