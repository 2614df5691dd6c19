import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

/** What the account may do to the next text. */
type TwilioMood =
  | { readonly kind: 'take' }
  | { readonly kind: 'refuse'; readonly status: number; readonly code?: number; readonly retryAfter?: string }
  /** Takes the text, and never answers. */
  | { readonly kind: 'take_silently' }
  /** Takes nothing, and never answers. */
  | { readonly kind: 'hang' };

interface TakenText {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly statusCallback: string | undefined;
  readonly takenAt: Date;
}

export interface TwilioServer {
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly from: string;
  /** What customers would have got, in order. */
  readonly taken: TakenText[];
  /** How many requests to send have come, whatever became of them. */
  readonly asked: () => number;
  /** For the next requests to send, one each; then all are taken. */
  readonly moods: TwilioMood[];
  close(): Promise<void>;
}

const account = { accountSid: `AC${'a1'.repeat(16)}`, authToken: 'a token of Twilio for tests' };
const from = '+12125550100';

/** Speaks the part of Twilio's Messages API that sends and lists, over a real socket. */
export async function twilioServer(): Promise<TwilioServer> {
  const taken: TakenText[] = [];
  const moods: TwilioMood[] = [];
  let asked = 0;

  const take = (form: URLSearchParams): TakenText => {
    const sid = `SM${String(taken.length + 1).padStart(32, '0')}`;
    const text = {
      sid,
      to: form.get('To') ?? '',
      from: form.get('From') ?? form.get('MessagingServiceSid') ?? '',
      body: form.get('Body') ?? '',
      statusCallback: form.get('StatusCallback') ?? undefined,
      takenAt: new Date(),
    };
    taken.push(text);
    return text;
  };

  const send = async (request: IncomingMessage, response: ServerResponse) => {
    asked += 1;
    const mood = moods.shift() ?? { kind: 'take' };
    const form = new URLSearchParams(await textOf(request));
    switch (mood.kind) {
      case 'take':
        answer(response, 201, resource(take(form)));
        break;
      case 'take_silently':
        take(form);
        break;
      case 'hang':
        break;
      case 'refuse': {
        if (mood.retryAfter !== undefined) response.setHeader('retry-after', mood.retryAfter);
        const { status, code = 20000 + status } = mood;
        answer(response, status, { code, message: 'No', more_info: '', status });
      }
    }
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://twilio');
    const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
    if (request.headers.authorization !== authorization) {
      answer(response, 401, { code: 20003, message: 'Authenticate', status: 401 });
    } else if (pathname !== `/2010-04-01/Accounts/${account.accountSid}/Messages.json`) {
      answer(response, 404, { code: 20404, message: 'Not found', status: 404 });
    } else if (request.method === 'POST') {
      void send(request, response);
    } else {
      // The newest first, as Twilio lists them.
      const messages = taken
        .filter(({ to }) => to === searchParams.get('To'))
        .map(resource)
        .reverse();
      answer(response, 200, { messages, page: 0, page_size: Number(searchParams.get('PageSize')) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...account,
    from,
    url: `http://127.0.0.1:${port}`,
    taken,
    moods,
    asked: () => asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const resource = ({ sid, to, from: sender, body, takenAt }: TakenText) => ({
  sid,
  to,
  from: sender,
  body,
  status: 'queued',
  direction: 'outbound-api',
  error_code: null,
  date_created: takenAt.toUTCString(),
  date_sent: null,
});

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
