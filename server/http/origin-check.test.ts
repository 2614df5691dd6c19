import fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { handleError } from './error-handler.ts';
import { checkOrigins } from './origin-check.ts';

const app = fastify();
app.setErrorHandler(handleError);
checkOrigins(app, { allowedOrigins: ['https://shop.example'] });
app.after(() => {
  app.post('/api/token', () => 'opened');
  app.get('/page', () => 'shown');
});
afterAll(() => app.close());

const ask = (origin: string | undefined, host = 'calls.example') =>
  app.inject({
    method: 'POST',
    url: '/api/token',
    headers: { host, ...(origin === undefined ? {} : { origin }) },
  });

test('serves pages of a listed origin, and names it to their browser', async () => {
  const response = await ask('https://shop.example');
  expect(response.statusCode).toBe(200);
  expect(response.headers['access-control-allow-origin']).toBe('https://shop.example');
});

test('serves its own pages', async () => {
  expect((await ask('http://calls.example')).statusCode).toBe(200);
});

test('serves what is no page', async () => {
  expect((await ask(undefined)).statusCode).toBe(200);
});

test.each([
  'null',
  'https://evil.example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://shop.example.evil.example',
  'https://sub.shop.example',
  'http://calls.example:3000',
])('refuses pages of %s', async (origin) => {
  const response = await ask(origin);
  expect(response.json()).toMatchObject({ status: 403, code: 'forbidden_origin' });
  expect(response.headers).not.toHaveProperty('access-control-allow-origin', origin);
});

test('answers the preflight of a listed origin only', async () => {
  const preflight = (origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: '/api/token',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
  const allowed = await preflight('https://shop.example');
  expect(allowed.statusCode).toBe(204);
  expect(allowed.headers['access-control-allow-headers']).toContain('authorization');
  expect((await preflight('https://evil.example')).statusCode).toBe(403);
});

test('lets anyone look at the pages', async () => {
  expect((await app.inject({ url: '/page', headers: { origin: 'https://evil.example' } })).statusCode).toBe(200);
});
