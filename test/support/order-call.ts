import type { LightMyRequestResponse } from 'fastify';
import { decodeJwt } from 'jose';
import type { TokenResponse } from '@orderline/contract/token.ts';
import { bearer, joinTestCall, type TestServer } from './test-server.ts';

type Answer = Promise<LightMyRequestResponse>;

/** A call as its job uses it for orders. */
export interface OrderCall {
  readonly id: string;
  /** What opens the call. */
  readonly headers: { readonly authorization: string };
  lookUp(payload: object): Answer;
  get(path: string): Answer;
  post(path: string, payload: object, headers?: Record<string, string>): Answer;
}

/** A visitor at this address opens a call, and a job joins it. */
export async function orderCall({ app }: TestServer, remoteAddress = '203.0.113.1'): Promise<OrderCall> {
  const opened = await app.inject({ method: 'POST', url: '/api/token', remoteAddress });
  const { participant_token }: TokenResponse = opened.json();
  const { video } = decodeJwt<{ video: { room: string } }>(participant_token);
  const { call_id, call_token } = await joinTestCall(app, video.room);
  const authorization = bearer(call_token);
  const post: OrderCall['post'] = (path, payload, headers = {}) =>
    app.inject({ method: 'POST', url: path, headers: { ...authorization, ...headers }, payload });
  return {
    id: call_id,
    headers: authorization,
    lookUp: (payload) => post('/api/orders/lookup', payload),
    get: (path) => app.inject({ url: path, headers: authorization }),
    post,
  };
}
