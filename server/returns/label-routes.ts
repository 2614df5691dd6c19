import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { limitedTo } from '../http/rate-limit.ts';
import { openLabel } from './open-label.ts';

const labelsPerMinute = 30;
const file = z.string().check(z.regex(/^RMA-\d{1,18}\.pdf$/));
const signed = z.object({
  expires: z.coerce.number().check(z.int(), z.nonnegative()),
  signature: z.string().check(z.regex(/^[\w-]{1,100}$/)),
});

/** Return labels, for whoever holds their link. */
export function labelRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/labels/:file',
    {
      ...limitedTo(labelsPerMinute),
      schema: {
        summary: 'A return label as PDF',
        description: 'The link is signed and expires; it was sent to the contacts on file.',
        tags: ['orders'],
        params: z.object({ file }),
        querystring: signed,
        response: {
          200: {
            description: 'The label',
            content: { 'application/pdf': { schema: z.unknown() } },
          },
        },
        problems: ['link_invalid', 'link_expired'],
      },
    },
    async (request, reply) => {
      const rma = request.params.file.replace(/\.pdf$/, '');
      const label = await openLabel(context, { rma, ...request.query });
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="return-label-${rma}.pdf"`)
        .header('cache-control', 'private, no-store')
        .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
        .send(label);
    },
  );
}
