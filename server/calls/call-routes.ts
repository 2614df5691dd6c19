import type { Readable } from 'node:stream';
import * as z from 'zod/mini';
import { callId, endRequest, endResponse, eventsRequest, joinRequest, joinResponse } from '@orderline/contract/call.ts';
import { callMessage, callMessageResponse } from '@orderline/contract/call-message.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall, requireWorkerKey } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { noContent } from '../http/openapi.ts';
import { problem } from '../http/problem-response.ts';
import type { CommandStreams } from './command-streams.ts';
import { endCall } from './end-call.ts';
import { joinCall } from './join-call.ts';
import { recordEvents } from './record-events.ts';
import { takeMessage } from './take-message.ts';

/** After an outage a worker sends what has waited, tool outputs included. */
const eventsLimitBytes = 1024 * 1024;
/** The last words of a call are written while it ends. */
const lateEventsMs = 60_000;

/** Of `command`s: a stream is sent as it is. */
const eventStream = z.custom<Readable>();

const params = z.object({ id: callId });

/** What a job does: join its call, hear commands, record what happens, take a message, end it. */
export function callRoutes(app: FastifyZod, context: AppContext, streams: CommandStreams): void {
  app.post(
    '/api/calls/join',
    {
      onRequest: requireWorkerKey(context),
      schema: {
        summary: 'Take a call, to begin it or to go on with it',
        description: 'Idempotent for a job that asks again; each join raises the generation and supersedes older jobs.',
        tags: ['call'],
        security: [{ workerKey: [] }],
        body: joinRequest,
        response: { 200: joinResponse },
        problems: ['unauthorized', 'not_found', 'call_ended'],
      },
    },
    (request) => joinCall(context, request.body.room),
  );

  app.get(
    '/api/calls/:id/commands',
    {
      onRequest: requireCall(context),
      // A HEAD would take the stream over and drop it.
      exposeHeadRoute: false,
      schema: {
        summary: 'Hear commands for as long as the call lasts',
        description:
          'Server-sent events, one JSON command each: `ready` first, `superseded` or `hang_up` last. A job that loses ' +
          'the stream opens it again within half a second, or is taken for dead and replaced.',
        tags: ['call'],
        security: [{ callToken: [] }],
        params,
        response: { 200: { content: { 'text/event-stream': { schema: eventStream } } } },
        problems: ['unauthorized', 'call_superseded', 'call_ended'],
      },
    },
    async (request, reply) =>
      reply
        .header('content-type', 'text/event-stream')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(await streams.open({ callId: request.call.id, generation: request.call.generation })),
  );

  app.post(
    '/api/calls/:id/events',
    {
      onRequest: requireCall(context, { acceptEnded: lateEventsMs }),
      bodyLimit: eventsLimitBytes,
      schema: {
        summary: 'Record turns, tool calls and latencies as they happen',
        description: 'Each is stored once by its id, so sending it again is harmless.',
        tags: ['call'],
        security: [{ callToken: [] }],
        params,
        body: eventsRequest,
        response: { 204: noContent },
        problems: ['unauthorized', 'call_superseded', 'call_ended'],
      },
    },
    async (request, reply) => {
      await recordEvents(context, { callId: request.call.id, events: request.body.events });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/calls/:id/messages',
    {
      onRequest: requireCall(context),
      schema: {
        summary: "Take the caller's message for the store's people, who are told at once",
        description: 'The same message sent again is kept once.',
        tags: ['call'],
        security: [{ callToken: [] }],
        params,
        body: callMessage,
        response: { 200: callMessageResponse },
        problems: ['unauthorized', 'call_superseded', 'call_ended', 'refused'],
      },
    },
    (request) => takeMessage(context, { callId: request.call.id, message: request.body }),
  );

  app.post(
    '/api/calls/:id/end',
    {
      onRequest: requireCall(context, { acceptEnded: 'always' }),
      schema: {
        summary: 'End the call and delete its room',
        description: 'Idempotent: ending it again returns the first end.',
        tags: ['call'],
        security: [{ callToken: [] }],
        params,
        body: endRequest,
        response: { 200: endResponse },
        problems: ['unauthorized', 'call_superseded'],
      },
    },
    async (request) => {
      const ended = await endCall(context, { callId: request.call.id, reason: request.body.reason });
      if (ended === undefined) throw problem('not_found');
      return { ended_at: ended.endedAt.toISOString(), reason: ended.reason };
    },
  );
}
