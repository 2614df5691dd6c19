import * as z from 'zod/mini';
import {
  deskReturn,
  deskReturnsQuery,
  deskReturnsResponse,
  receiveRequest,
  releaseRequest,
  rma,
} from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { listDeskReturns } from './desk-return.ts';
import { receiveReturn } from './receive-return.ts';
import { releaseHeldUnits } from './release-held-units.ts';

const params = z.object({ rma });
const session = [{ deskSession: [] }];
const problems = [
  'unauthorized',
  'forbidden',
  'forbidden_origin',
  'csrf_token_needed',
  'not_found',
  'order_moved',
  'refused',
  'idempotency_key_reused',
] as const;

/** What comes back, as the store's people book it in. */
export function returnDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/returns',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'Returns and exchanges, newest first',
        tags: ['desk'],
        security: session,
        querystring: deskReturnsQuery,
        response: { 200: deskReturnsResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    ({ query: { state, limit } }) => listDeskReturns(context, { state, limit }),
  );

  app.post(
    '/api/desk/returns/:rma/receive',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Book in what has come back',
        description:
          'Good units are restocked, and refunded or replaced at once; damaged ones are held for a decision. A parcel ' +
          'that was posted late, or whose return has expired, is taken and marked.',
        tags: ['desk'],
        security: session,
        params,
        headers: idempotencyHeaders,
        body: receiveRequest,
        response: { 200: deskReturn },
        problems,
      },
    },
    ({ params: { rma: of }, body, headers, staff }) =>
      idempotently(
        context,
        { scope: `staff ${staff.id} receive ${of}`, key: headers['idempotency-key'], request: body },
        () =>
          receiveReturn(context, {
            rma: of,
            staffId: staff.id,
            request: body,
            idempotencyKey: headers['idempotency-key'],
          }),
      ),
  );

  app.post(
    '/api/desk/returns/:rma/release',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Decide on what came damaged',
        description: 'Refunds it, replaces it (in an exchange), or rejects it; the customer is told.',
        tags: ['desk'],
        security: session,
        params,
        headers: idempotencyHeaders,
        body: releaseRequest,
        response: { 200: deskReturn },
        problems,
      },
    },
    ({ params: { rma: of }, body, headers, staff }) =>
      idempotently(
        context,
        { scope: `staff ${staff.id} release ${of}`, key: headers['idempotency-key'], request: body },
        () => releaseHeldUnits(context, { rma: of, staffId: staff.id, request: body }),
      ),
  );
}
