import * as z from 'zod/mini';
import { tokenRequest, tokenResponse } from '@orderline/contract/token.ts';
import { transcriptResponse, visitorMessage } from '@orderline/contract/visit.ts';
import type { AppContext } from '../app-context.ts';
import { requireVisit } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { noContent } from '../http/openapi.ts';
import { problem } from '../http/problem-response.ts';
import { limitedTo } from '../http/rate-limit.ts';
import { leaveMessage } from './leave-message.ts';
import { openCall, seatCustomer } from './open-call.ts';
import { originKeyOf } from './origin-key.ts';
import { readTranscript } from './read-conversation.ts';

const visitsPerMinute = 60;
const messagesPerMinute = 10;

/** What a web page does: open a call, come back to it, leave a message. */
export function visitRoutes(app: FastifyZod, context: AppContext): void {
  const { config } = context;
  const inAll = app.createRateLimit({
    max: config.callsPerMinute.inAll,
    timeWindow: '1 minute',
    keyGenerator: () => 'every visitor',
  });

  app.post(
    '/api/token',
    {
      ...limitedTo(config.callsPerMinute.perAddress),
      preHandler: async (request) => {
        const limit = await inAll(request);
        if (limit.isAllowed || !limit.isExceeded) return;
        throw problem('too_many_requests', {
          detail: 'Many people are calling right now: try again in a minute',
          retryAfterSeconds: limit.ttlInSeconds,
        });
      },
      schema: {
        summary: 'Open a call and get the token for its room',
        description:
          "LiveKit's standard token endpoint: `TokenSource.endpoint` of livekit-client works with it. The server " +
          'chooses room and identity; a body that names either is malformed.',
        tags: ['visit'],
        body: z.nullish(tokenRequest),
        response: { 201: tokenResponse },
        problems: ['forbidden_origin'],
      },
    },
    async (request, reply) =>
      reply.code(201).send(await openCall(context, { originKey: originKeyOf(config.tokenSecret, request.ip) })),
  );

  app.post(
    '/api/visit/resume',
    {
      ...limitedTo(visitsPerMinute),
      onRequest: requireVisit(context),
      schema: {
        summary: 'Come back to the same call as the same participant',
        tags: ['visit'],
        security: [{ visitToken: [] }],
        body: z.nullish(tokenRequest),
        response: { 200: tokenResponse },
        problems: ['unauthorized', 'forbidden_origin', 'call_ended'],
      },
    },
    ({ visit }) => seatCustomer(context, { callId: visit.id, identity: visit.customer_identity }),
  );

  app.post(
    '/api/visit/transcript',
    {
      ...limitedTo(visitsPerMinute),
      onRequest: requireVisit(context),
      schema: {
        summary: 'What has been said so far',
        tags: ['visit'],
        security: [{ visitToken: [] }],
        response: { 200: transcriptResponse },
        problems: ['unauthorized', 'forbidden_origin', 'call_ended'],
      },
    },
    ({ visit }) => readTranscript(context, visit.id),
  );

  app.post(
    '/api/visit/message',
    {
      ...limitedTo(messagesPerMinute),
      onRequest: requireVisit(context, { acceptEnded: 'always' }),
      schema: {
        summary: "Leave a message for the store's people",
        description: 'Also after the call, for a day. The same message sent again is kept once.',
        tags: ['visit'],
        security: [{ visitToken: [] }],
        body: visitorMessage,
        response: { 204: noContent },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    async (request, reply) => {
      const left = { callId: request.visit.id, ...request.body };
      await context.database.transaction().execute((transaction) => leaveMessage(context, transaction, left));
      return reply.code(204).send(null);
    },
  );
}
