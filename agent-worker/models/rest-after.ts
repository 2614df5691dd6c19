const usualMs = 30_000;
const refusedMs = 300_000;
const longestMs = 600_000;

/**
 * For how long what failed is passed over, in milliseconds: as long as it asks for (`Retry-After`, RFC 9110 §10.2.3),
 * longer where the key was refused, for that does not pass.
 */
export function restAfter(error: unknown): number {
  const status = statusOf(error);
  if (status === 401 || status === 403) return refusedMs;
  const askedSeconds = status === 429 || status === 503 ? retryAfterOf(error) : undefined;
  return askedSeconds === undefined ? usualMs : Math.min(longestMs, Math.max(1_000, askedSeconds * 1_000));
}

/** Whether asking the same again at once is pointless. */
export function isRefusal(error: unknown): boolean {
  return [400, 401, 403, 404, 429].includes(statusOf(error) ?? 0);
}

/** OpenAI's client has it as `status`, the framework as `statusCode`. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown };
  return [status, statusCode].find((one) => typeof one === 'number');
}

function retryAfterOf(error: unknown): number | undefined {
  const { headers } = error as { headers?: unknown };
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? NaN) : NaN;
  return Number.isFinite(seconds) ? seconds : undefined;
}
