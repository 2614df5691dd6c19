import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import type { ProblemCode } from '@orderline/contract/problem.ts';
import { isOutdated } from '../database/prepared-statements.ts';
import { RoomsUnavailableError } from '../livekit/rooms.ts';
import { problem, ProblemError } from './problem-response.ts';

/** Fastify's error handler: whatever was thrown leaves as `application/problem+json`, and only faults are logged as such. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const answer = problemOf(error);
  if (answer.status === 500) request.log.error({ err: error }, 'unexpected error');
  else if (answer.status === 503) request.log.warn({ err: error }, 'unavailable');
  sendProblem(reply, answer);
}

/** Fastify's handler of what no route serves. */
export function handleNotFound(_request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, problem('not_found', { detail: 'This server has no such address; see /api for those it has' }));
}

function sendProblem(reply: FastifyReply, { status, body, retryAfterSeconds }: ProblemError): void {
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
  // As text: what a route declares of its responses must not be able to turn one error into another.
  void reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
}

/** The problem that an error is for the one who asked. Never its message, which may tell what is not theirs to know. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RoomsUnavailableError) {
    return problem('unavailable', { detail: 'Calls cannot be opened right now: try again in a moment', cause: error });
  }
  if (isDatabaseAway(error)) {
    return problem('unavailable', { detail: 'The database does not answer: try again in a moment', cause: error });
  }
  if (!isFastifyError(error)) return problem('internal', { cause: error });
  if (error.validation !== undefined) return problem('malformed', { detail: whatIsMalformed(error) });
  const known = codeOf(error);
  return known === undefined
    ? problem('internal', { cause: error })
    : problem(known, { detail: details[error.code] ?? 'The request could not be read' });
}

const isFastifyError = (error: unknown): error is FastifyError => error instanceof Error && 'statusCode' in error;

function codeOf({ code, statusCode = 500 }: FastifyError): ProblemCode | undefined {
  if (code === 'FST_ERR_RESPONSE_SERIALIZATION' || statusCode >= 500) return undefined;
  switch (statusCode) {
    case 404:
      return 'not_found';
    case 413:
      return 'too_large';
    case 415:
      return 'unsupported_media_type';
    default:
      return statusCode >= 400 ? 'malformed' : undefined;
  }
}

/** By Fastify's own codes, in our words. */
const details: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is too large: send less at a time',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty: send JSON, or no Content-Type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON',
  FST_ERR_BAD_URL: 'The address is not a valid URL',
};

/** One sentence: the first thing wrong and where, in the names of the contract. Values are never repeated. */
function whatIsMalformed({ validation, validationContext }: FastifyError): string {
  const [first, ...others] = validation ?? [];
  if (first === undefined) return 'The request does not have the form this endpoint takes';
  const path = first.instancePath.split('/').filter((part) => part !== '');
  const where = [validationContext ?? 'request', ...path].join('.');
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${where}: ${first.message ?? 'not valid'}${more}`;
}

const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** pg has no codes for these. */
const connectionMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** The database cannot be reached, or stops serving, or is full, or has just changed; not: a statement of ours is wrong. */
function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return isOutdated(error) || /^(08|53|57P|57014)/.test(error.code ?? '');
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  return ('code' in error && connectionCodes.has(String(error.code))) || connectionMessages.test(error.message);
}
