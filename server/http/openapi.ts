import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { problem, type ProblemCode } from '@orderline/contract/problem.ts';
import type { Config } from '../config.ts';
import { describedWebhooks } from '../webhooks/described-webhooks.ts';
import { statusOf } from './problem-response.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** The codes of the problems that this route may answer with, beside those that any may. */
    problems?: readonly ProblemCode[];
  }
}

/** Describes every route that is registered after it; served by `api-page.ts`. */
export async function describeApi(app: FastifyInstance, { publicUrl }: Config): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Orderline',
        version: '1',
        description: 'Calls about orders. Errors are application/problem+json (RFC 9457) with a stable `code`.',
      },
      servers: [{ url: publicUrl }],
      webhooks: describedWebhooks(),
      tags: [
        { name: 'visit', description: 'What a web page does: open a call and come back to it' },
        { name: 'call', description: 'What the job of a call does' },
        { name: 'orders', description: 'Orders the caller has proved to be theirs' },
        { name: 'changes', description: 'Changes of such an order: proposed, read back, accepted or declined' },
        { name: 'knowledge', description: "The store's own documents" },
        { name: 'desk', description: "What the store's people do" },
        { name: 'store', description: "What the store's own systems tell, and are told" },
        { name: 'operation', description: 'For those who run it' },
      ],
      components: {
        securitySchemes: {
          workerKey: { type: 'http', scheme: 'bearer', description: 'WORKER_KEY, shared by server and workers' },
          callToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'From joining the call' },
          visitToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'From opening the call' },
          deskSession: {
            type: 'apiKey',
            in: 'cookie',
            name: 'orderline-desk',
            description:
              'From signing in; `__Host-orderline-desk` over https. What changes something also needs the `csrf_token` ' +
              'of the session in the header `orderline-csrf`.',
          },
        },
      },
    },
    transform: withProblems,
  });
}

/** The answer of a route that answers nothing. */
export const noContent = z.null().check(z.describe('Done'));

/** Those that any route may answer. */
const always = ['malformed', 'too_many_requests', 'internal', 'unavailable'] as const;
const withBody = ['too_large', 'unsupported_media_type'] as const;

const withProblems: typeof jsonSchemaTransform = (document) => {
  const { schema } = document;
  if (schema.hide === true) return jsonSchemaTransform(document);
  const { problems: own = [], response, ...rest } = schema;
  const codes = [...own, ...always, ...(schema.body === undefined ? [] : withBody)];
  const described = Object.entries({ ...(response as object | undefined) }).map(([status, success]) => [
    status,
    successResponse(success),
  ]);
  const problems = [...Map.groupBy(codes, statusOf)].map(([status, group]) => [status, problemResponse(group)]);
  return jsonSchemaTransform({
    ...document,
    schema: { ...rest, response: Object.fromEntries([...described, ...problems]) },
  });
};

/** A schema alone would be described as "Default Response"; one that has said more for itself stays as it is. */
function successResponse(success: unknown): unknown {
  if (!(success instanceof z.ZodMiniType)) return { description: 'Done', ...(success as object) };
  return success === noContent
    ? success
    : { description: 'Done', content: { 'application/json': { schema: success } } };
}

const problemResponse = (codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => `\`${code}\``).join(', '),
  content: { 'application/problem+json': { schema: problem } },
});
