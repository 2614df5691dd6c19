import * as z from 'zod/mini';
import { orderNumber } from '@orderline/contract/order.ts';
import { shippingAddressView } from '@orderline/contract/shipping-address.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { tellShippingAddress } from './tell-shipping-address.ts';

/** The whole address of an order, which is told to nobody unasked. */
export function shippingAddressRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/orders/:order_number/shipping-address',
    {
      onRequest: requireCall(context),
      // A HEAD would be one more reading in the audit log that told nobody anything.
      exposeHeadRoute: false,
      schema: {
        summary: 'Tell the whole address of a proved order, to a caller who asked for it',
        description: 'Everything else tells its city, state and zip alone. Each reading is in the audit log.',
        tags: ['orders'],
        security: [{ callToken: [] }],
        params: z.object({ order_number: orderNumber }),
        response: { 200: shippingAddressView },
        problems: ['unauthorized', 'call_superseded', 'call_ended', 'not_found'],
      },
    },
    (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return tellShippingAddress(context, { callId: request.call.id, orderNumber: request.params.order_number });
    },
  );
}
