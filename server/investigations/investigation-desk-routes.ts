import * as z from 'zod/mini';
import {
  investigationList,
  investigationQuery,
  investigationResolution,
  investigationView,
} from '@orderline/contract/investigation.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { listInvestigations } from './read-investigations.ts';
import { resolveInvestigation } from './resolve-investigation.ts';

const session = [{ deskSession: [] }];

/** The parcels that the store's people look for, and what they found. */
export function investigationDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/investigations',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'The parcels that are or were looked for, newest first',
        tags: ['desk'],
        security: session,
        querystring: investigationQuery,
        response: { 200: investigationList },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    ({ query: { state, before, limit } }) => listInvestigations(context, { state, before, limit }),
  );

  app.post(
    '/api/desk/investigations/:id/resolve',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Send a lost parcel again, refund it, or say that it was found',
        description: 'Carried out at once, and the customer is told. The first resolution stands.',
        tags: ['desk'],
        security: session,
        params: z.object({ id: z.uuid() }),
        headers: idempotencyHeaders,
        body: investigationResolution,
        response: { 200: investigationView },
        problems: [
          'unauthorized',
          'forbidden',
          'csrf_token_needed',
          'forbidden_origin',
          'not_found',
          'already_decided',
          'order_moved',
          'refused',
          'idempotency_key_reused',
        ],
      },
    },
    (request) => {
      const { id } = request.params;
      const staffId = request.staff.id;
      return idempotently(
        context,
        { scope: `staff:${staffId} resolve`, key: request.headers['idempotency-key'], request: [id, request.body] },
        () => resolveInvestigation(context, { id, staffId, made: request.body }),
      );
    },
  );
}
