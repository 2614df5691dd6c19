import * as z from 'zod/mini';
import { lookupRequest, lookupResponse, orderNumber, orderView, trackingView } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { verifyOrder } from '../identity/verify-order.ts';
import { orderView as viewOrder } from './order-view.ts';
import { trackingView as viewTracking } from './tracking-view.ts';

const params = z.object({ order_number: orderNumber });

/** Orders, for the call that has proved them. */
export function orderRoutes(app: FastifyZod, context: AppContext): void {
  const telling = () => ({ profile: context.profile(), now: context.clock() });

  app.post(
    '/api/orders/lookup',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Prove an order by its number and the e-mail or phone on it',
        description:
          'The tool `order_lookup`. Every failure is the same 404, whether the order is unknown, the e-mail wrong or the ' +
          'caller locked; malformed input and an unavailable store cost no attempt.',
        tags: ['orders'],
        security: [{ callToken: [] }],
        body: lookupRequest,
        response: { 200: lookupResponse },
        problems: ['unauthorized', 'call_superseded', 'call_ended', 'verification_failed'],
      },
    },
    (request) => verifyOrder(context, request.call, request.body),
  );

  app.get(
    '/api/orders/:order_number',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Tell an order that this call has proved',
        tags: ['orders'],
        security: [{ callToken: [] }],
        params,
        response: { 200: orderView },
        problems: ['unauthorized', 'call_superseded', 'call_ended', 'not_found'],
      },
    },
    async (request) => {
      const { order } = await verifiedOrder(context, {
        callId: request.call.id,
        orderNumber: request.params.order_number,
      });
      return viewOrder(order, telling());
    },
  );

  app.get(
    '/api/orders/:order_number/tracking',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Tell where the parcels of a proved order are',
        tags: ['orders'],
        security: [{ callToken: [] }],
        params,
        response: { 200: trackingView },
        problems: ['unauthorized', 'call_superseded', 'call_ended', 'not_found'],
      },
    },
    async (request) => {
      const { order } = await verifiedOrder(context, {
        callId: request.call.id,
        orderNumber: request.params.order_number,
      });
      return viewTracking(order, telling());
    },
  );
}
