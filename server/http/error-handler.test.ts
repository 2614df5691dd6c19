import fastify, { type FastifyInstance } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { DatabaseError } from 'pg';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { problem as problemSchema, problemCode } from '@orderline/contract/problem.ts';
import { RoomsUnavailableError } from '../livekit/rooms.ts';
import { handleError, handleNotFound, problemOf } from './error-handler.ts';
import { problem } from './problem-response.ts';

const app: FastifyInstance = fastify({ bodyLimit: 100, frameworkErrors: handleError });
app.setErrorHandler(handleError);
app.setNotFoundHandler(handleNotFound);
app.setValidatorCompiler(validatorCompiler);
const body = z.strictObject({ items: z.array(z.object({ count: z.int() })) });
app.withTypeProvider<ZodTypeProvider>().post('/orders', { schema: { body } }, () => 'stored');
app.get('/fault', () => {
  throw new Error('connect to 10.0.0.1 as admin failed');
});
app.get('/busy', () => {
  throw problem('too_many_requests', { retryAfterSeconds: 7 });
});
afterAll(() => app.close());

const post = (payload: string, type = 'application/json') =>
  app.inject({ method: 'POST', url: '/orders', payload, headers: { 'content-type': type } });

test.each([
  ['JSON that is cut', () => post('{"items":['), 400, 'malformed'],
  ['an empty body', () => post(''), 400, 'malformed'],
  ['another shape', () => post('[]'), 400, 'malformed'],
  ['a prototype', () => post('{"__proto__":{}}'), 400, 'malformed'],
  ['a body that is too large', () => post(`"${'a'.repeat(200)}"`), 413, 'too_large'],
  ['a body that is no JSON', () => post('<a/>', 'application/xml'), 415, 'unsupported_media_type'],
  ['an address that nothing serves', () => app.inject('/nothing'), 404, 'not_found'],
  ['an address that is none', () => app.inject('/%zz'), 400, 'malformed'],
  ['a fault of ours', () => app.inject('/fault'), 500, 'internal'],
])('answers %s with a problem', async (...[, ask, status, code]) => {
  const response = await ask();
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(problemSchema.parse(response.json())).toMatchObject({ type: 'about:blank', status, code });
});

test('says where a body is wrong, without repeating what was in it', async () => {
  const response = await post('{"items":[{"count":1},{"count":"visa 4242"}]}');
  const { detail } = response.json<{ detail: string }>();
  expect(detail).toContain('body.items.1.count');
  expect(detail).not.toContain('4242');
});

test('tells nothing of what went wrong inside', async () => {
  const { payload } = await app.inject('/fault');
  expect(payload).not.toContain('10.0.0.1');
  expect(payload).not.toContain('error-handler');
});

test('says when to try again', async () => {
  expect((await app.inject('/busy')).headers['retry-after']).toBe('7');
});

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const fromPostgres = (code: string) => Object.assign(new DatabaseError('x', 1, 'error'), { code });

test.each([
  ['LiveKit does not answer', new RoomsUnavailableError(refused)],
  ['the database refuses connections', refused],
  ['no address of the database answers', new AggregateError([refused])],
  ['the database shuts down', fromPostgres('57P01')],
  ['the database is starting', fromPostgres('57P03')],
  ['the database has no connection left', fromPostgres('53300')],
  ['a statement takes too long', fromPostgres('57014')],
  ['the connection breaks', new Error('Connection terminated unexpectedly')],
  ['no connection comes in time', new Error('timeout exceeded when trying to connect')],
])('is unavailable for a moment when %s', (_what, error) => {
  const { status, retryAfterSeconds } = problemOf(error);
  expect(status).toBe(503);
  expect(retryAfterSeconds).toBeGreaterThan(0);
});

test.each([
  ['a statement that is wrong', fromPostgres('42601')],
  ['a violated constraint', fromPostgres('23505')],
  ['something that is no error', 'text'],
])('is at fault itself for %s', (_what, error) => {
  expect(problemOf(error).status).toBe(500);
});

test('has a status and a title for every code', () => {
  for (const code of problemCode.options) {
    const { body: answer } = problem(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.title).not.toBe('');
  }
});
