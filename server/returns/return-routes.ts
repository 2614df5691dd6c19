import * as z from 'zod/mini';
import { orderNumber } from '@orderline/contract/order.ts';
import {
  cancelReturnResponse,
  labelResponse,
  returnableResponse,
  returnsResponse,
  rma,
} from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import { requireCall } from '../http/access.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { cancelReturn } from './cancel-return.ts';
import { listReturnable } from './list-returnable.ts';
import { listReturns } from './list-returns.ts';
import { reissueLabel } from './reissue-label.ts';

const ofOrder = z.object({ order_number: orderNumber });
const ofReturn = z.object({ order_number: orderNumber, rma });
const security = [{ callToken: [] }];
const tags = ['orders'];
const reading = ['unauthorized', 'call_superseded', 'call_ended', 'not_found'] as const;
const changing = [...reading, 'refused', 'order_moved', 'idempotency_key_reused'] as const;

/** What of a proved order may go back, and where what went back is. */
export function returnRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/orders/:order_number/returnable',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Tell what of a proved order may be returned, until which day, or why not',
        tags,
        security,
        params: ofOrder,
        response: { 200: returnableResponse },
        problems: reading,
      },
    },
    ({ call, params }) => listReturnable(context, { callId: call.id, orderNumber: params.order_number }),
  );

  app.get(
    '/api/orders/:order_number/returns',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Tell where the returns of a proved order are, and their refunds',
        tags,
        security,
        params: ofOrder,
        response: { 200: returnsResponse },
        problems: reading,
      },
    },
    ({ call, params }) => listReturns(context, { callId: call.id, orderNumber: params.order_number }),
  );

  app.post(
    '/api/orders/:order_number/returns/:rma/label',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Send a new label for a return to the contacts on file',
        description: 'A return that has expired is opened again; an exchange reserves its replacement again.',
        tags,
        security,
        params: ofReturn,
        headers: idempotencyHeaders,
        response: { 200: labelResponse },
        problems: changing,
      },
    },
    ({ call, params, headers }) =>
      idempotently(context, { scope: `${call.id} label`, key: headers['idempotency-key'], request: params }, () =>
        reissueLabel(context, { callId: call.id, orderNumber: params.order_number, rma: params.rma }),
      ),
  );

  app.post(
    '/api/orders/:order_number/returns/:rma/cancel',
    {
      onRequest: requireCall(context),
      schema: {
        summary: 'Cancel a return or exchange that has not come',
        description: 'Moves no money: its units may be returned anew, and what an exchange reserved is free.',
        tags,
        security,
        params: ofReturn,
        headers: idempotencyHeaders,
        response: { 200: cancelReturnResponse },
        problems: changing,
      },
    },
    ({ call, params, headers }) =>
      idempotently(
        context,
        { scope: `${call.id} cancel-return`, key: headers['idempotency-key'], request: params },
        () => cancelReturn(context, { callId: call.id, orderNumber: params.order_number, rma: params.rma }),
      ),
  );
}
