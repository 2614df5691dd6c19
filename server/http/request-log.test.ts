import fastify from 'fastify';
import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { errorForLog, requestLog } from './request-log.ts';

test('logs a request without its address, query and caller', async () => {
  const lines: string[] = [];
  const app = fastify(requestLog('info', { write: (line: string) => lines.push(line) }));
  app.get('/api/orders/:number', () => 'found');
  await app.inject('/api/orders/ORD-12345?email=customer@email.com');
  await app.inject('/customer@email.com');
  await app.close();
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { msg: 'request', method: 'GET', route: '/api/orders/:number', status: 200 },
    { msg: 'request', status: 404 },
  ]);
  expect(lines.join()).not.toMatch(/ORD-12345|customer@email\.com|127\.0\.0\.1/);
});

test('logs an error of PostgreSQL without the values in its message', () => {
  const error = Object.assign(new DatabaseError('Key (email)=(customer@email.com) already exists', 1, 'error'), {
    code: '23505',
    table: 'orders',
    constraint: 'orders_email_key',
    detail: 'Key (email)=(customer@email.com) already exists.',
  });
  const logged = errorForLog(new Error('not stored', { cause: error }));
  expect(logged).toMatchObject({ message: 'not stored', cause: { message: '23505 orders orders_email_key' } });
  expect(JSON.stringify(logged)).not.toContain('customer@email.com');
});
