import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';

/**
 * Fastify's options for a log without personal data: a request is its method and route, never its address, query or
 * caller; an error of PostgreSQL is its code, since its message repeats values.
 */
export const requestLog = (level: string, stream: LogStream = process.stdout) => ({
  logger: level === 'silent' ? false : { level, stream, serializers: { err: errorForLog } },
  logController: new DiscreetLog(),
});

interface LogStream {
  write(line: string): void;
}

class DiscreetLog extends LogController {
  override incomingRequest(): void {
    // One line a request is enough, once its outcome is known.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const { method, url } = request.routeOptions;
    const line = { method, route: url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (error == null) request.log.info(line, 'request');
    else request.log.warn({ ...line, err: error }, 'request broken off');
  }

  override routeNotFound(): void {
    // The address may hold anything.
  }
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
