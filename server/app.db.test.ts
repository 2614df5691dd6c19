import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '@orderline/contract/problem.ts';
import { freshDatabase, type FreshDatabase } from '../test/support/database.ts';
import { testConfig, testServer } from '../test/support/test-server.ts';
import { buildApp } from './app.ts';
import { connectDatabase } from './database/connection.ts';

interface Described {
  paths: Record<string, Record<string, { summary?: string; tags?: string[]; security?: object[]; responses: object }>>;
}

describe('with its database', () => {
  let database: FreshDatabase;
  let app: FastifyInstance;
  let pages: string;

  beforeAll(async () => {
    pages = await mkdtemp(join(tmpdir(), 'orderline-pages-'));
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>Shop</title>');
    await writeFile(join(pages, 'index.html.br'), 'compressed');
    await writeFile(join(pages, 'app-DKBelgBQ.js'), 'export {};');
    await writeFile(join(pages, '.secret'), 'hidden');
    database = await freshDatabase();
    const config = { pagesDirectory: pages, widgetDirectory: join(pages, 'missing') };
    ({ app } = await testServer(database, { config }));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    await rm(pages, { recursive: true });
  });

  test('is ready', async () => {
    expect((await app.inject('/health')).json()).toEqual({ status: 'ok' });
  });

  test('describes every route with what it does, who may ask, and how it fails', async () => {
    const { paths }: Described = (await app.inject('/api/openapi.json')).json();
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    );
    expect(operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['post /api/token', 'post /api/calls/join', 'get /api/calls/{id}/commands']),
    );
    for (const { name, summary, tags, responses } of operations) {
      expect(summary, name).toBeTruthy();
      expect(tags, name).toHaveLength(1);
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['400', '500', '503']));
    }
    const open = operations.filter(({ security = [] }) => security.length === 0).map(({ name }) => name);
    expect(open.sort()).toEqual([
      'get /health',
      'get /labels/{file}',
      'post /api/desk/sign-in',
      'post /api/token',
      'post /webhooks/livekit',
      'post /webhooks/orders',
      'post /webhooks/twilio',
    ]);
  });

  test('shows the same to people, without a script', async () => {
    const page = await app.inject('/api');
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.payload).toContain('/api/token');
    expect(page.payload).not.toContain('<script');
  });

  test.each(['/', '/api', '/nothing'])('lets %s run nothing inline, no eval and no third party', async (url) => {
    const policy = String((await app.inject(url)).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' ws://127.0.0.1:9 http://127.0.0.1:9;");
    expect(policy).not.toMatch(/unsafe|\*|https:/);
  });

  test('serves pages that browsers ask for again only when they have changed', async () => {
    const page = await app.inject('/');
    expect(page.payload).toContain('Shop');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await app.inject({ url: '/', headers: { 'if-none-match': String(page.headers.etag) } });
    expect(again.statusCode).toBe(304);
    const hashed = await app.inject('/app-DKBelgBQ.js');
    expect(hashed.headers['cache-control']).toContain('immutable');
  });

  test('sends the compressed build to browsers that take it', async () => {
    const page = await app.inject({ url: '/', headers: { 'accept-encoding': 'br' } });
    expect(page.headers['content-encoding']).toBe('br');
    expect(page.payload).toBe('compressed');
  });

  test('says what to do about a build that is missing, and keeps hidden files to itself', async () => {
    const widget = await app.inject('/widget/');
    expect(widget.statusCode).toBe(404);
    expect(widget.payload).toContain('npm run build');
    expect((await app.inject('/.secret')).statusCode).toBe(404);
  });

  test('refuses a body of a megabyte before reading it all', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/token',
      headers: { 'content-type': 'application/json' },
      payload: 'a'.repeat(1024 * 1024),
    });
    expect(problem.parse(response.json())).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('refuses pages of other origins', async () => {
    const response = await app.inject({ method: 'POST', url: '/api/token', headers: { origin: 'null' } });
    expect(problem.parse(response.json())).toMatchObject({ status: 403, code: 'forbidden_origin' });
  });
});

describe('with nothing else running', () => {
  const away = 'postgres://nobody@127.0.0.1:9/nothing';
  const database = connectDatabase(away);
  let app: FastifyInstance;

  beforeAll(async () => {
    app = await buildApp({ config: testConfig(away), database });
  });
  afterAll(async () => {
    await app.close();
    await database.destroy();
  });

  test.each([
    ['GET', '/health'],
    ['POST', '/api/token'],
  ] as const)('answers %s %s with when to try again', async (method, url) => {
    const response = await app.inject({ method, url });
    expect(problem.parse(response.json())).toMatchObject({ status: 503, code: 'unavailable' });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect(response.payload).not.toContain('ECONNREFUSED');
  });

  test('still serves what needs neither LiveKit nor database', async () => {
    expect((await app.inject('/api')).statusCode).toBe(200);
  });
});

test('says that LiveKit is away within two seconds', async () => {
  const fresh = await freshDatabase();
  const app = await buildApp({ config: testConfig(fresh.url), database: fresh.database });
  const begun = performance.now();
  const response = await app.inject({ method: 'POST', url: '/api/token' });
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(problem.parse(response.json())).toMatchObject({ status: 503, code: 'unavailable' });
  await app.close();
  await fresh.drop();
});
