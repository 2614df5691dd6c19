import * as z from 'zod/mini';
import {
  escalationDecision,
  escalationDetail,
  escalationList,
  escalationQuery,
  escalationView,
} from '@orderline/contract/desk-escalation.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { idempotencyHeaders, idempotently } from '../http/idempotency.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { decideEscalation } from './decide-escalation.ts';
import { listEscalations, readEscalation } from './read-escalations.ts';

const session = [{ deskSession: [] }];
const params = z.object({ id: z.uuid() });

/** What customers ask of the store's people, and what these decide. */
export function escalationDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/escalations',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'What customers ask for that only a person may decide, newest first',
        tags: ['desk'],
        security: session,
        querystring: escalationQuery,
        response: { 200: escalationList },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    ({ query: { state, before, limit } }) => listEscalations(context, { state, before, limit }),
  );

  app.get(
    '/api/desk/escalations/:id',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'One of them, with what approving it would do now',
        tags: ['desk'],
        security: session,
        params,
        response: { 200: escalationDetail },
        problems: ['unauthorized', 'forbidden_origin', 'not_found'],
      },
    },
    async (request) => (await readEscalation(context, request.params.id)).detail,
  );

  app.post(
    '/api/desk/escalations/:id/decide',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Approve or refuse it',
        description:
          'An approved change is carried out at once, and the customer is told. The first decision stands; where the order ' +
          'no longer allows the change, 409 `order_moved` says why, and nothing was decided.',
        tags: ['desk'],
        security: session,
        params,
        headers: idempotencyHeaders,
        body: escalationDecision,
        response: { 200: escalationView },
        problems: [
          'unauthorized',
          'forbidden',
          'csrf_token_needed',
          'forbidden_origin',
          'not_found',
          'already_decided',
          'order_moved',
          'idempotency_key_reused',
        ],
      },
    },
    (request) => {
      const { id } = request.params;
      const staffId = request.staff.id;
      return idempotently(
        context,
        { scope: `staff:${staffId} decide`, key: request.headers['idempotency-key'], request: [id, request.body] },
        () => decideEscalation(context, { id, decider: { via: 'desk', staffId }, made: request.body }),
      );
    },
  );
}
