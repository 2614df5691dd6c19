import { fileURLToPath } from 'node:url';

/** Everything the environment decides, read once at start. */
export interface Config {
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
  readonly storeApi: { readonly url: string; readonly key: string } | undefined;
  /** What Fastify calls `trustProxy`: whose `X-Forwarded-For` tells the caller's address. */
  readonly trustProxy: string | boolean;
  readonly logLevel: string;
  readonly pagesDirectory: string;
  readonly widgetDirectory: string;
  readonly callsPerMinute: { readonly perAddress: number; readonly inAll: number };
}

/** The environment does not describe a server that could run; the message names everything that is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(problems: readonly string[]) {
    super(`The server cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the configuration from environment variables (`.env.example` explains each).
 * Throws one {@link ConfigError} that names all that is missing or unusable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const optional = (name: string, otherwise: string) => environment[name]?.trim() || otherwise;
  const required = (name: string, meaning: string) => {
    const value = optional(name, '');
    if (value === '') problems.push(`${name} is missing: ${meaning}`);
    return value;
  };
  const secret = (name: string, meaning: string) => {
    const value = required(name, meaning);
    if (value !== '' && value.length < 32) problems.push(`${name} is too short: use at least 32 random characters`);
    return value;
  };
  const url = (name: string, value: string, protocols: readonly string[]) => {
    if (value !== '' && !protocols.includes(protocolOf(value))) {
      problems.push(`${name} is not a URL that starts with ${protocols.join('// or ')}//`);
    }
    return value;
  };
  const count = (name: string, otherwise: number) => {
    const value = Number(optional(name, String(otherwise)));
    if (!Number.isInteger(value) || value < 0) problems.push(`${name} is not a whole number`);
    return value;
  };

  const host = optional('HOST', '127.0.0.1');
  const port = count('PORT', 3000);
  if (port > 65_535) problems.push('PORT is not a port number');
  const publicUrl = url('PUBLIC_URL', optional('PUBLIC_URL', `http://localhost:${port}`), ['http:', 'https:']);
  const livekitUrl = url('LIVEKIT_URL', required('LIVEKIT_URL', 'where LiveKit listens, ws://… or wss://…'), [
    'ws:',
    'wss:',
  ]);
  const storeApiUrl = url('STORE_API_URL', optional('STORE_API_URL', ''), ['http:', 'https:']);
  const origins = optional('ALLOWED_ORIGINS', '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  for (const origin of origins) {
    if (!isOrigin(origin))
      problems.push(`ALLOWED_ORIGINS has ${origin}, which is not an origin like https://shop.example`);
  }

  const config: Config = {
    databaseUrl: url('DATABASE_URL', required('DATABASE_URL', 'where PostgreSQL is, postgres://…'), [
      'postgres:',
      'postgresql:',
    ]),
    livekit: {
      url: livekitUrl,
      internalUrl: url('LIVEKIT_INTERNAL_URL', optional('LIVEKIT_INTERNAL_URL', livekitUrl), [
        'ws:',
        'wss:',
        'http:',
        'https:',
      ]),
      apiKey: required('LIVEKIT_API_KEY', 'the key of the LiveKit server'),
      apiSecret: required('LIVEKIT_API_SECRET', 'the secret of that key'),
    },
    workerKey: secret('WORKER_KEY', 'the secret that workers and server share'),
    tokenSecret: secret('TOKEN_SECRET', 'the secret that signs call and visit tokens'),
    host,
    port,
    publicUrl,
    allowedOrigins: [...new Set([...(isUrl(publicUrl) ? [new URL(publicUrl).origin] : []), ...origins])],
    storeProfilePath: optional('STORE_PROFILE', './store.yaml'),
    storeApi:
      storeApiUrl === ''
        ? undefined
        : { url: storeApiUrl, key: required('STORE_API_KEY', 'the key that the store API of STORE_API_URL asks for') },
    trustProxy: trustProxyOf(optional('TRUST_PROXY', 'false')),
    logLevel: optional('LOG_LEVEL', 'info'),
    pagesDirectory: optional('PAGES_DIR', besideServer('demo/dist')),
    widgetDirectory: optional('WIDGET_DIR', besideServer('widget/dist')),
    callsPerMinute: { perAddress: count('CALLS_PER_MINUTE_PER_IP', 30), inAll: count('CALLS_PER_MINUTE', 300) },
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const besideServer = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const isUrl = (value: string) => URL.canParse(value);

const protocolOf = (value: string) => (isUrl(value) ? new URL(value).protocol : '');

const isOrigin = (value: string) => /^https?:$/.test(protocolOf(value)) && new URL(value).origin === value;

/** `true`, `false`, or the addresses and networks of the proxies, as Fastify takes them. */
function trustProxyOf(value: string): string | boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return value;
}
