import { WebhookReceiver } from 'livekit-server-sdk';
import * as z from 'zod/mini';
import { callId } from '@orderline/contract/call.ts';
import type { AppContext } from '../app-context.ts';
import { endCall } from '../calls/end-call.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { noContent } from '../http/openapi.ts';
import { problem } from '../http/problem-response.ts';

/**
 * `POST /webhooks/livekit`: LiveKit tells that a room has closed, which ends its call even when its worker is dead. The
 * signature covers the exact bytes of the body. Other events, replays and rooms that are no call change nothing.
 */
export function livekitWebhook(app: FastifyZod, context: AppContext): void {
  const { apiKey, apiSecret } = context.config.livekit;
  const receiver = new WebhookReceiver(apiKey, apiSecret);

  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('application/webhook+json', { parseAs: 'string' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.post(
      '/webhooks/livekit',
      {
        schema: {
          summary: 'LiveKit reports on rooms',
          description: 'Signed by LiveKit with the API secret (`Authorization`), as application/webhook+json.',
          tags: ['operation'],
          consumes: ['application/webhook+json'],
          body: z.string(),
          response: { 204: noContent },
          problems: ['unauthorized'],
        },
      },
      async (request, reply) => {
        const event = await receiver
          .receive(request.body as string, request.headers.authorization)
          .catch((cause: unknown) => {
            throw problem('unauthorized', { detail: 'The signature is not the one of our LiveKit server', cause });
          });
        const room = callId.safeParse(event.room?.name);
        if (event.event === 'room_finished' && room.success) {
          await endCall(context, { callId: room.data, reason: 'room_closed' });
        }
        return reply.code(204).send(null);
      },
    );
    done();
  });
}
