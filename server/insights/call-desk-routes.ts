import * as z from 'zod/mini';
import { callId } from '@orderline/contract/call.ts';
import { deskCall, deskCallsQuery, deskCallsResponse } from '@orderline/contract/desk-call.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { readCall, readCalls } from './read-calls.ts';

const session = [{ deskSession: [] }];

/** What was said and done in each call, for the store's people. */
export function callDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/calls',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'The calls, newest first, with what came of each',
        tags: ['desk'],
        security: session,
        querystring: deskCallsQuery,
        response: { 200: deskCallsResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    (request) => readCalls(context, request.query),
  );

  app.get(
    '/api/desk/calls/:id',
    {
      onRequest: requireStaff(context),
      exposeHeadRoute: false,
      schema: {
        summary: 'A call: its outcome, a summary, how long its answers took, what was said and looked up',
        description: 'What was said is there for as long as it is kept. Each reading is in the audit log.',
        tags: ['desk'],
        security: session,
        params: z.object({ id: callId }),
        response: { 200: deskCall },
        problems: ['unauthorized', 'forbidden_origin', 'not_found'],
      },
    },
    (request) => readCall(context, { callId: request.params.id, staffId: request.staff.id }),
  );
}
