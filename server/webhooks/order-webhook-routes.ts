import type { FastifyRequest } from 'fastify';
import { orderEvent } from '@orderline/contract/order-event.ts';
import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { noContent } from '../http/openapi.ts';
import { problem } from '../http/problem-response.ts';
import { receiveOrderEvent } from './receive-order-event.ts';
import { isSignedBy, webhookHeaders, type WebhookHeaders } from './verify-signature.ts';

const headers = z.object({
  'webhook-id': z.string(),
  'webhook-timestamp': z.string(),
  'webhook-signature': z.string(),
});

/** What the store's own systems tell of orders. */
export function orderWebhookRoutes(app: FastifyZod, context: AppContext): void {
  void app.register((scope: FastifyZod, _options, done) => {
    // The signature covers the very bytes of the body, and is looked at before anything is read of it.
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, parsed) => {
      try {
        refuseUnsigned(context, claimedBy(context, request), String(body));
        parsed(null, JSON.parse(String(body)));
      } catch (error) {
        parsed(
          error instanceof SyntaxError
            ? problem('malformed', { detail: 'The body is not valid JSON' })
            : asError(error),
        );
      }
    });
    scope.post(
      '/webhooks/orders',
      {
        onRequest: (request, _reply, next) => {
          claimedBy(context, request);
          next();
        },
        schema: {
          summary: 'The store tells what happened to an order',
          description:
            'Signed as Standard Webhooks has it, with ORDER_WEBHOOK_SECRET and a `webhook-timestamp` of these five ' +
            'minutes. The same `webhook-id` again changes nothing and is answered the same. Events may come late and in ' +
            'any order: a status never goes back. The customer is told when a parcel has left and when it has come, once ' +
            'each, unless that was more than a day ago; by text only who has agreed to texts, and not in the quiet hours. ' +
            'An order that is not there is answered 404: tell it again once it is. Of a store that keeps its orders itself ' +
            '(STORE_API_URL) only parcels matter, and who is told is the `customer` in the event.',
          tags: ['store'],
          headers,
          body: orderEvent,
          response: { 204: noContent },
          problems: ['unauthorized', 'not_found'],
        },
      },
      async (request, reply) => {
        await receiveOrderEvent(context, { id: request.headers['webhook-id'], event: request.body });
        return reply.code(204).send(null);
      },
    );
    done();
  });
}

function claimedBy(context: AppContext, request: FastifyRequest): WebhookHeaders {
  const claimed = webhookHeaders(request.headers, context.clock());
  if (claimed !== undefined) return claimed;
  throw problem('unauthorized', {
    detail: 'Send webhook-id, webhook-signature, and a webhook-timestamp of these five minutes',
  });
}

function refuseUnsigned({ config }: AppContext, claimed: WebhookHeaders, body: string): void {
  const { orderWebhookSecret } = config;
  if (orderWebhookSecret !== undefined && isSignedBy(orderWebhookSecret, claimed, body)) return;
  throw problem('unauthorized', { detail: 'The signature is not that of ORDER_WEBHOOK_SECRET over this body' });
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('The body could not be read'));
