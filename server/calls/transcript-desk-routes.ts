import * as z from 'zod/mini';
import { callId } from '@orderline/contract/call.ts';
import { transcriptResponse } from '@orderline/contract/visit.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { readTranscriptAtDesk } from './read-conversation.ts';

/** What was said in a call, for the store's people who are to decide on what it was about. */
export function transcriptDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/calls/:id/transcript',
    {
      onRequest: requireStaff(context),
      exposeHeadRoute: false,
      schema: {
        summary: 'What was said in a call, for as long as it is kept',
        description: 'Each reading is in the audit log.',
        tags: ['desk'],
        security: [{ deskSession: [] }],
        params: z.object({ id: callId }),
        response: { 200: transcriptResponse },
        problems: ['unauthorized', 'forbidden_origin', 'not_found'],
      },
    },
    (request) => readTranscriptAtDesk(context, { callId: request.params.id, staffId: request.staff.id }),
  );
}
