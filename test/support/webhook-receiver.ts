import { EventEmitter } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { WebhookEndpoint } from '../../server/webhooks/webhook-config.ts';
import { patienceMs } from './patience.ts';
import { until } from './until.ts';

export interface ReceivedWebhook {
  readonly headers: IncomingHttpHeaders;
  /** As JSON text. */
  readonly body: string;
  /** What the sender has signed, at the time that it says; throws when the signature is not the secret's. */
  readonly id: string;
}

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

/** An endpoint on this machine that is told by webhooks, and answers as it is bid: 204 unless told otherwise. */
export class WebhookReceiver {
  readonly secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  readonly received: ReceivedWebhook[] = [];
  readonly #changes = new EventEmitter();
  readonly #server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      this.received.push({ headers: request.headers, body, id: String(request.headers['webhook-id']) });
      this.#changes.emit('change');
      if (this.answer === 'never') return;
      const { status, headers = {} } = this.answer;
      response.writeHead(status, headers).end();
    });
  });
  answer: Answer | 'never' = { status: 204 };

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  endpoint(host = '127.0.0.1'): WebhookEndpoint {
    return { url: `http://${host}:${this.port}/hooks`, secret: this.secret, mayBeLoopback: true };
  }

  /** What the sender signed, when its signature is right; the time window is not looked at, as clocks are injected. */
  isSigned({ headers, body, id }: ReceivedWebhook): boolean {
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    return headers['webhook-signature'] === new Webhook(this.secret).sign(id, at, body);
  }

  /** The first `count` webhooks, once they have come. */
  async waitFor(count: number): Promise<readonly ReceivedWebhook[]> {
    return until(this.#changes, () => (this.received.length >= count ? this.received : undefined), {
      withinMs: patienceMs,
      describe: () => `${count} webhooks were waited for, and ${this.received.length} came`,
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
