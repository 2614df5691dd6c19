import * as z from 'zod/mini';
import { consentRequest, consentResponse, messageRequest, messageResponse } from '@orderline/contract/message.ts';
import { orderNumber } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { recordConsent } from './record-consent.ts';
import { sendRequested } from './send-requested.ts';

const ofProvedOrder = [
  'unauthorized',
  'call_superseded',
  'call_ended',
  'not_found',
  'refused',
  'not_confirmed',
] as const;

/** Messages about a proved order, to a contact on file. */
export function messageRoutes(app: FastifyZod, context: AppContext): void {
  const params = z.object({ order_number: orderNumber });

  app.post(
    '/api/orders/:order_number/messages',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Send the tracking link, receipt or return label of a proved order by text or e-mail',
        description:
          'To the contact on file. Each order, kind and channel once in a call, however often it is asked for. A text needs ' +
          'consent: without any, 422 with the reason `consent_unknown` and the question to ask.',
        tags: ['orders'],
        security: [{ callToken: [] }],
        params,
        headers: idempotencyHeaders,
        body: messageRequest,
        response: { 200: messageResponse },
        problems: [...ofProvedOrder, 'idempotency_key_reused'],
      },
    },
    (request) => {
      const asked = { callId: request.call.id, orderNumber: request.params.order_number, request: request.body };
      const key = request.headers['idempotency-key'];
      return idempotently(
        context,
        { scope: `${asked.callId} messages`, key, request: [asked.orderNumber, asked.request] },
        () => sendRequested(context, asked),
      );
    },
  );

  app.post(
    '/api/orders/:order_number/texting-consent',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Keep whether the phone on a proved order may be texted',
        description: 'As evidence, with the words of the question and of the answer. Sent again it is kept once.',
        tags: ['orders'],
        security: [{ callToken: [] }],
        params,
        body: consentRequest,
        response: { 200: consentResponse },
        problems: [...ofProvedOrder],
      },
    },
    (request) =>
      recordConsent(context, {
        callId: request.call.id,
        orderNumber: request.params.order_number,
        answered: request.body,
      }),
  );
}
