import { expect, test } from 'vitest';
import { ConfigError } from './config.ts';
import { MigrationError } from './database/migrate.ts';
import { startFailure } from './start-failure.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

test.each([
  ['an environment that is incomplete', new ConfigError(['WORKER_KEY is missing']), /WORKER_KEY is missing/],
  ['a database that is not there', new MigrationError(new AggregateError([refused])), /ECONNREFUSED.*\n.*DATABASE_URL/],
  ['a port that is taken', Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' }), /set PORT/],
])('says what to do about %s, without a stack', (_what, error, message) => {
  expect(startFailure(error)).toMatch(message);
  expect(startFailure(error)).not.toContain('    at ');
});

test('shows the stack of what nobody foresaw', () => {
  expect(startFailure(new TypeError('x is not a function'))).toContain('start-failure.test');
});
