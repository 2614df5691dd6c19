import type { TokenResponse } from '@orderline/contract/token.ts';
import type { TranscriptResponse, VisitorMessage } from '@orderline/contract/visit.ts';
import { CallError } from './call-error.ts';
import type { Clock } from './clock.ts';

const answerWithinMs = 10_000;

/**
 * A visitor's requests to the server (DESIGN §5). Every failure is a CallError; nothing is retried here. The answers
 * come from the server that this widget was configured with, so their shape is trusted as far as the contract goes.
 */
export class Visit {
  readonly #server: URL;
  readonly #fetch: typeof fetch;
  readonly #clock: Clock;

  constructor(server: URL, options: { fetch: typeof fetch; clock: Clock }) {
    this.#server = server;
    this.#fetch = options.fetch;
    this.#clock = options.clock;
  }

  /** Opens a new call. */
  async open(signal: AbortSignal): Promise<TokenResponse> {
    return admission(await this.#send('api/token', { signal, body: {} }));
  }

  /** Back into the call that `visitToken` belongs to; `call-ended` when it is over. */
  async resume(visitToken: string, signal: AbortSignal): Promise<TokenResponse> {
    return admission(await this.#send('api/visit/resume', { signal, visitToken, body: {} }));
  }

  /** What has been said so far, oldest first. */
  async transcript(visitToken: string, signal: AbortSignal): Promise<TranscriptResponse['turns']> {
    const answer = await this.#send('api/visit/transcript', { signal, visitToken, body: {} });
    return ((await json(answer)) as TranscriptResponse).turns;
  }

  async leaveMessage(visitToken: string, message: VisitorMessage): Promise<void> {
    await this.#send('api/visit/message', { visitToken, body: message });
  }

  async #send(path: string, request: VisitRequest): Promise<Response> {
    const limit = AbortSignal.timeout(answerWithinMs);
    let response: Response;
    try {
      // `this.#fetch(…)` would call the browser's fetch on this object, which it refuses.
      const send = this.#fetch;
      response = await send(new URL(path, this.#server), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(request.visitToken !== undefined && { authorization: `Bearer ${request.visitToken}` }),
        },
        body: JSON.stringify(request.body),
        credentials: 'omit',
        cache: 'no-store',
        signal: request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]),
      });
    } catch (error) {
      throw new CallError('unreachable', { cause: error });
    }
    if (!response.ok) throw CallError.fromResponse(response, this.#clock.nowMs());
    return response;
  }
}

interface VisitRequest {
  body: object;
  visitToken?: string;
  signal?: AbortSignal;
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new CallError('unexpected', { cause: error });
  }
}

async function admission(response: Response): Promise<TokenResponse> {
  const body = (await json(response)) as Partial<TokenResponse> | null;
  if (!body?.server_url || !body.participant_token || !body.visit_token) throw new CallError('unexpected');
  return body as TokenResponse;
}
