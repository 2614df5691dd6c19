import type { FastifyServerOptions } from 'fastify';
import { DatabaseError } from 'pg';

/**
 * Fastify's options for a log without personal data: a request is its method and route, never its address, query or
 * caller; an error of PostgreSQL is its code, since its message repeats values.
 */
export function requestLog(level: string): Pick<FastifyServerOptions, 'logger' | 'disableRequestLogging'> {
  if (level === 'silent') return { logger: false };
  return {
    disableRequestLogging: true,
    logger: { level, serializers: { err: errorForLog } },
  };
}

interface LoggedError {
  readonly [key: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

export function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is no Error was thrown', stack: '' };
  const message =
    error instanceof DatabaseError
      ? [error.code, error.table, error.constraint].filter((part) => part !== undefined).join(' ')
      : error.message;
  return {
    type: error.name,
    message,
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: errorForLog(error.cause) }),
  };
}
