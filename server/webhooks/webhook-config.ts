import type { EnvironmentReader } from '../environment-reader.ts';

/** Where signed webhooks go. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly secret: string;
  /** `WEBHOOKS_TO_LOOPBACK`, while developing: this very machine may be told too, and without TLS. */
  readonly mayBeLoopback: boolean;
}

export interface WebhookConfig {
  /** Told of returns and other outcomes. */
  readonly crmWebhook: WebhookEndpoint | undefined;
  /** Signs what the store tells of its orders at `POST /webhooks/orders`; absent, nothing is believed. */
  readonly orderWebhookSecret: string | undefined;
  /** Told when something is wrong with the service. */
  readonly alertWebhook: WebhookEndpoint | undefined;
  readonly alertEmail: string | undefined;
}

/** The part of the configuration that is about webhooks and alerts; what is wrong is added to the reader's problems. */
export function readWebhookConfig(read: EnvironmentReader): WebhookConfig {
  const mayBeLoopback = read.text('WEBHOOKS_TO_LOOPBACK', 'false') === 'true';
  return {
    crmWebhook: endpointOf(read, 'CRM_WEBHOOK', mayBeLoopback),
    orderWebhookSecret: secretOf(read, 'ORDER_WEBHOOK_SECRET', read.text('ORDER_WEBHOOK_SECRET', '')),
    alertWebhook: endpointOf(read, 'ALERT_WEBHOOK', mayBeLoopback),
    alertEmail: emailOf(read, 'ALERT_EMAIL'),
  };
}

function endpointOf(read: EnvironmentReader, name: string, mayBeLoopback: boolean): WebhookEndpoint | undefined {
  const url = read.url(`${name}_URL`, mayBeLoopback ? ['https:', 'http:'] : ['https:'], '');
  if (url === '') return undefined;
  if (URL.canParse(url) && (new URL(url).username !== '' || new URL(url).password !== '')) {
    read.problems.push(`${name}_URL carries a password: the signature proves who sends, take it out`);
  }
  const secret = secretOf(
    read,
    `${name}_SECRET`,
    read.required(`${name}_SECRET`, `what signs the webhooks to ${name}_URL`),
  );
  return secret === undefined ? undefined : { url, secret, mayBeLoopback };
}

/** As Standard Webhooks writes them: 24 to 64 bytes in base64 after `whsec_`. */
function secretOf(read: EnvironmentReader, name: string, value: string): string | undefined {
  if (value === '') return undefined;
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const bytes = Buffer.from(base64, 'base64').length;
  if (base64.length % 4 !== 0 || bytes < 24 || bytes > 64) {
    read.problems.push(`${name} is not whsec_ followed by 24 to 64 random bytes in base64 (openssl rand -base64 32)`);
  }
  return value;
}

function emailOf(read: EnvironmentReader, name: string): string | undefined {
  const value = read.text(name, '');
  if (value === '') return undefined;
  if (!/^[^\s@]+@[^\s@]+$/.test(value)) read.problems.push(`${name} is not an e-mail address`);
  return value;
}
