import type { FastifyInstance } from 'fastify';
import type { JsonSchema } from './arbitrary-of-schema.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

/** One thing that the server answers, as its own OpenAPI document describes it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its parameters in braces. */
  readonly path: string;
  /** What opens it: `callToken`, `visitToken`, `workerKey`, `deskSession`; undefined for what is open. */
  readonly security: string | undefined;
  readonly parameters: readonly Parameter[];
  /** Of its JSON body. */
  readonly body: JsonSchema | undefined;
}

interface Described {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

/** Every operation of the document that the server serves at `/api/openapi.json`. */
export async function apiOperations(app: FastifyInstance): Promise<Operation[]> {
  const response = await app.inject({ url: '/api/openapi.json' });
  const document = response.json<{ paths: Record<string, Record<string, Described>> }>();
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security, parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      security: Object.keys(security?.[0] ?? {})[0],
      parameters,
      body: requestBody?.content['application/json']?.schema,
    })),
  );
}

/** The path with these values in it. */
export const filledPath = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? 'unknown'));
