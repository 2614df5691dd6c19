import {
  type CallEvent,
  type EndReason,
  endResponse,
  type JoinResponse,
  joinResponse,
} from '@orderline/contract/call.ts';
import { type CallMessage, type CallMessageResponse, callMessageResponse } from '@orderline/contract/call-message.ts';
import { type SearchResponse, searchResponse } from '@orderline/contract/knowledge.ts';
import { type MessageRequest, type MessageResponse, messageResponse } from '@orderline/contract/message.ts';
import {
  type LookupRequest,
  type LookupResponse,
  lookupResponse,
  type OrderView,
  orderView,
  type TrackingView,
  trackingView,
} from '@orderline/contract/order.ts';
import * as z from 'zod/mini';
import { isServerError, ServerError } from './server-error.ts';
import { type Answer, sendRequest, type ServerRequest } from './server-request.ts';

/** A tool's answer is worth waiting for this long; then the caller is told (ROBUSTNESS, fault 7). */
export const toolTimeoutMs = 8_000;
const recordTimeoutMs = 5_000;
/** A server that restarts is back by then. */
const secondTryAfterMs = 400;
/** One that has been waited for as long as this, for whatever answer, has used up the caller's patience. */
const secondTryWithinMs = 2_000;

export type CallRequest<Schema extends z.ZodMiniType> = Omit<ServerRequest<Schema>, 'url' | 'token'> & { path: string };

/** Asks the server for a call: the first thing a job does. Repeating it is harmless. */
export function joinCall(options: {
  serverUrl: string;
  workerKey: string;
  room: string;
  signal?: AbortSignal;
}): Promise<Answer<JoinResponse>> {
  return sendRequest({
    what: 'joining a call',
    url: new URL('/api/calls/join', options.serverUrl),
    token: options.workerKey,
    method: 'POST',
    body: { room: options.room },
    answer: joinResponse,
    timeoutMs: recordTimeoutMs,
    signal: options.signal,
  });
}

/** The server as one call sees it, under that call's token. Every method throws ServerError for a fault. */
export class ServerClient {
  readonly #serverUrl: string;
  readonly #callId: string;
  readonly #token: string;

  constructor(options: { serverUrl: string; callId: string; token: string }) {
    this.#serverUrl = options.serverUrl;
    this.#callId = options.callId;
    this.#token = options.token;
  }

  lookUpOrder(request: LookupRequest, signal?: AbortSignal): Promise<Answer<LookupResponse>> {
    return this.ask({
      what: 'an order lookup',
      path: '/api/orders/lookup',
      method: 'POST',
      body: request,
      answer: lookupResponse,
      timeoutMs: toolTimeoutMs,
      signal,
    });
  }

  getOrder(orderNumber: string, signal?: AbortSignal): Promise<Answer<OrderView>> {
    return this.ask({ ...reading('an order', orderPath(orderNumber), signal), answer: orderView });
  }

  getTracking(orderNumber: string, signal?: AbortSignal): Promise<Answer<TrackingView>> {
    return this.ask({ ...reading('tracking', `${orderPath(orderNumber)}/tracking`, signal), answer: trackingView });
  }

  searchKnowledge(query: string, signal?: AbortSignal): Promise<Answer<SearchResponse>> {
    const path = `/api/knowledge/search?${new URLSearchParams({ q: query }).toString()}`;
    return this.ask({ ...reading('a knowledge search', path, signal), answer: searchResponse });
  }

  sendMessage(
    { orderNumber, idempotencyKey, ...message }: MessageRequest & { orderNumber: string; idempotencyKey: string },
    signal?: AbortSignal,
  ): Promise<Answer<MessageResponse>> {
    return this.ask({
      what: 'a message',
      path: `${orderPath(orderNumber)}/messages`,
      method: 'POST',
      body: message,
      idempotencyKey,
      answer: messageResponse,
      timeoutMs: toolTimeoutMs,
      signal,
    });
  }

  /** Stores what happened in the call; the server keeps each event once by its id. */
  recordEvents(events: CallEvent[]): Promise<Answer<unknown>> {
    return this.#send({
      what: 'recording a call',
      path: `/api/calls/${this.#callId}/events`,
      method: 'POST',
      body: { events },
      answer: z.unknown(),
      timeoutMs: recordTimeoutMs,
    });
  }

  takeMessage(message: CallMessage, signal?: AbortSignal): Promise<Answer<CallMessageResponse>> {
    return this.ask({
      what: 'a message for the people',
      path: `/api/calls/${this.#callId}/messages`,
      method: 'POST',
      body: message,
      answer: callMessageResponse,
      timeoutMs: toolTimeoutMs,
      signal,
    });
  }

  endCall(reason: EndReason): Promise<Answer<unknown>> {
    return this.ask({
      what: 'ending a call',
      path: `/api/calls/${this.#callId}/end`,
      method: 'POST',
      body: { reason },
      answer: endResponse,
      timeoutMs: recordTimeoutMs,
    });
  }

  /** The raw stream of commands, to be read for as long as the call lasts. */
  async openCommands(signal: AbortSignal): Promise<Response> {
    const url = new URL(`/api/calls/${this.#callId}/commands`, this.#serverUrl);
    return fetch(url, { headers: { authorization: `Bearer ${this.#token}`, accept: 'text/event-stream' }, signal });
  }

  /**
   * Tries once more at once where no answer came, or none that can be read. What changes something carries a key, or is
   * harmless when repeated.
   */
  async ask<Schema extends z.ZodMiniType>(request: CallRequest<Schema>): Promise<Answer<z.output<Schema>>> {
    const askedAtMs = performance.now();
    try {
      return await this.#send(request);
    } catch (error) {
      const wasQuick = performance.now() - askedAtMs < secondTryWithinMs;
      if (!wasQuick || !isServerError(error) || !mayTryAgain(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, secondTryAfterMs));
      request.signal?.throwIfAborted();
      return this.#send(request);
    }
  }

  #send<Schema extends z.ZodMiniType>({ path, ...request }: CallRequest<Schema>): Promise<Answer<z.output<Schema>>> {
    return sendRequest({ ...request, url: new URL(path, this.#serverUrl), token: this.#token });
  }
}

function reading(what: string, path: string, signal: AbortSignal | undefined) {
  return { what, path, method: 'GET' as const, timeoutMs: toolTimeoutMs, signal };
}

export function orderPath(orderNumber: string): string {
  return `/api/orders/${encodeURIComponent(orderNumber)}`;
}

function mayTryAgain({ reason }: ServerError): boolean {
  return reason === 'unreachable' || reason === 'unavailable' || reason === 'garbled';
}
