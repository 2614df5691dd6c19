import { fileURLToPath } from 'node:url';
import { EnvironmentReader } from './environment-reader.ts';
import { type PhoneConfig, readPhoneConfig } from './livekit/phone-config.ts';
import { messagingConfigOf, type MessagingConfig } from './messages/messaging-config.ts';
import type { RemoteStoreOptions } from './store/remote-store.ts';
import { readWebhookConfig, type WebhookConfig } from './webhooks/webhook-config.ts';

/** Everything the environment decides, read once at start. */
export interface Config extends WebhookConfig {
  readonly databaseUrl: string;
  readonly livekit: {
    /** Handed to browsers, `wss://…` or `ws://…`. */
    readonly url: string;
    /** How this server itself reaches LiveKit. */
    readonly internalUrl: string;
    readonly apiKey: string;
    readonly apiSecret: string;
  };
  /** Shared with the workers; opens `POST /api/calls/join` and nothing else. */
  readonly workerKey: string;
  /** Signs call and visit tokens. */
  readonly tokenSecret: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** Exact origins whose pages may use the browser endpoints; the public URL's own is among them. */
  readonly allowedOrigins: readonly string[];
  readonly storeProfilePath: string;
  /** The store's own order API; absent, the built-in orders serve. */
  readonly storeApi: RemoteStoreOptions | undefined;
  /** What Fastify calls `trustProxy`: whose `X-Forwarded-For` tells the caller's address. */
  readonly trustProxy: string | boolean;
  readonly logLevel: string;
  readonly pagesDirectory: string;
  readonly widgetDirectory: string;
  readonly messaging: MessagingConfig;
  /** Absent where the store has no telephone here. */
  readonly phone: PhoneConfig | undefined;
  /** Where the store's people are told of what only they can decide; the profile's address for people unless set. */
  readonly staffEmail: string | undefined;
  readonly callsPerMinute: { readonly perAddress: number; readonly inAll: number };
}

/** The environment does not describe a server that could run; the message names everything that is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The server cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const web = ['http:', 'https:'];
const webSocket = ['ws:', 'wss:'];

/**
 * Reads the configuration from environment variables (`.env.example` explains each).
 * Throws one {@link ConfigError} that names all that is missing or unusable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = new EnvironmentReader(environment);
  const port = read.count('PORT', 3000, 65_535);
  const publicUrl = read.url('PUBLIC_URL', web, `http://localhost:${port}`);
  const livekitUrl = read.requiredUrl('LIVEKIT_URL', webSocket, 'where LiveKit listens, ws://… or wss://…');
  const config: Config = {
    databaseUrl: read.requiredUrl('DATABASE_URL', ['postgres:', 'postgresql:'], 'where PostgreSQL is, postgres://…'),
    livekit: {
      url: livekitUrl,
      internalUrl: read.url('LIVEKIT_INTERNAL_URL', [...webSocket, ...web], livekitUrl),
      apiKey: read.required('LIVEKIT_API_KEY', 'the key of the LiveKit server'),
      apiSecret: read.required('LIVEKIT_API_SECRET', 'the secret of that key'),
    },
    workerKey: read.secret('WORKER_KEY', 'the secret that workers and server share'),
    tokenSecret: read.secret('TOKEN_SECRET', 'the secret that signs call and visit tokens'),
    host: read.text('HOST', '127.0.0.1'),
    port,
    publicUrl,
    allowedOrigins: [...new Set([...originOf(publicUrl), ...read.origins('ALLOWED_ORIGINS')])],
    storeProfilePath: read.text('STORE_PROFILE', './store.yaml'),
    storeApi: storeApiOf(read),
    ...readWebhookConfig(read),
    trustProxy: trustProxyOf(read.text('TRUST_PROXY', 'false')),
    logLevel: read.text('LOG_LEVEL', 'info'),
    pagesDirectory: read.text('PAGES_DIR', besideServer('demo/dist')),
    widgetDirectory: read.text('WIDGET_DIR', besideServer('widget/dist')),
    messaging: messagingConfigOf(read),
    phone: readPhoneConfig(read),
    staffEmail: staffEmailOf(read),
    callsPerMinute: {
      perAddress: read.count('CALLS_PER_MINUTE_PER_IP', 30),
      inAll: read.count('CALLS_PER_MINUTE', 300),
    },
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

function storeApiOf(read: EnvironmentReader): Config['storeApi'] {
  const url = read.url('STORE_API_URL', web, '');
  if (url === '') return undefined;
  return { url, key: read.required('STORE_API_KEY', 'the key that the store API of STORE_API_URL asks for') };
}

function staffEmailOf(read: EnvironmentReader): string | undefined {
  const address = read.text('STAFF_EMAIL', '');
  if (address === '') return undefined;
  if (!/^[^\s<>@,]+@[^\s<>@,]+$/.test(address)) read.problems.push('STAFF_EMAIL is not one e-mail address');
  return address;
}

const besideServer = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const originOf = (url: string) => (URL.canParse(url) ? [new URL(url).origin] : []);

/** `true`, `false`, or the addresses and networks of the proxies, as Fastify takes them. */
function trustProxyOf(value: string): string | boolean {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}
