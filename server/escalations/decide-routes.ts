import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import { limitedTo } from '../http/rate-limit.ts';
import { decideByLink, openDecidePage, type DecidePage } from './decide-by-link.ts';
import { decidePath, type SignedDecision } from './decide-link.ts';
import { decidePageStyles } from './decide-page-styles.ts';
import { decideDocument } from './decide-page-view.ts';

const perMinute = 60;
const options = { schema: { hide: true }, ...limitedTo(perMinute) };

/**
 * The page behind the link that the store's people are mailed: GET shows, POST decides. No script, nothing inline; the
 * signature in its address is the only key, so it is neither cached nor handed on as a referrer.
 */
export function decideRoutes(app: FastifyInstance, context: AppContext): void {
  app.register((pages, _options, done) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 16 * 1024 },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    pages.get('/decide/page.css', { schema: { hide: true } }, (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(decidePageStyles),
    );

    pages.get('/decide/:id', options, async (request, reply) => {
      const link = linkOf(request);
      return show(reply, link === undefined ? { is: 'invalid' } : await openDecidePage(context, link));
    });

    pages.post('/decide/:id', options, async (request, reply) => {
      const link = linkOf(request);
      if (link === undefined) return show(reply, { is: 'invalid' });
      const form = decideForm.safeParse(request.body);
      const page = await decideByLink(context, link, form.success ? form.data : {});
      return page === undefined ? reply.redirect(decidePath(link), 303) : show(reply, page);
    });
    done();
  });

  function show(reply: FastifyReply, page: DecidePage): FastifyReply {
    return reply
      .code(statusOf(page))
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(decideDocument(page, { profile: context.profile(), now: context.clock() }));
  }
}

const text = z.optional(z.string());
const decideForm = z.object({ decision: text, reason: text, words: text });

const signedDecision = z.object({
  id: z.uuid(),
  expires: z.coerce.number().check(z.int(), z.positive()),
  signature: z.string().check(z.regex(/^[\w-]{43}$/)),
});

function linkOf({ params, query }: FastifyRequest): SignedDecision | undefined {
  const given = signedDecision.safeParse({ ...(query as object), ...(params as object) });
  return given.success ? given.data : undefined;
}

function statusOf(page: DecidePage): number {
  switch (page.is) {
    case 'invalid':
      return 404;
    case 'expired':
      return 410;
    case 'unavailable':
      return 503;
    case 'decided':
      return page.isTooLate ? 409 : 200;
    case 'open':
      if (page.trouble === undefined) return 200;
      return page.trouble.is === 'incomplete' ? 422 : 409;
  }
}
