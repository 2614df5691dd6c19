import { eraseRequest, eraseResponse } from '@orderline/contract/erase.ts';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { erasePerson } from './erase-person.ts';

/** Erasing a customer's data at their request. */
export function eraseDeskRoutes(app: FastifyZod, context: AppContext): void {
  app.post(
    '/api/desk/erase',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Erase whoever has this e-mail or phone, for good',
        description:
          'Orders become anonymous: what was bought, sent and paid stays. Calls, transcripts, messages, requests and ' +
          'consents are deleted. The audit log keeps that it was done, not for whom.',
        tags: ['desk'],
        security: [{ deskSession: [] }],
        body: eraseRequest,
        response: { 200: eraseResponse },
        problems: ['unauthorized', 'forbidden', 'csrf_token_needed', 'forbidden_origin'],
      },
    },
    (request) =>
      erasePerson(context.database, {
        contact: request.body,
        staffId: request.staff.id,
        secret: context.config.tokenSecret,
      }),
  );
}
