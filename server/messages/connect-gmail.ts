import { createHash, randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';

/** Gmail was not connected; the message says why and what to do. */
export class GmailConnectError extends Error {
  override readonly name = 'GmailConnectError';
}

export interface GmailClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The account that is to send, so that Google offers it first. */
  readonly user: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
}

export interface ConnectOptions {
  /** Where Google sends the browser back to, on this machine; 0 for any that is free. */
  readonly port: number;
  /** Given the page to open in a browser. */
  readonly onPage: (url: string) => void;
  /** Gives up. */
  readonly signal: AbortSignal;
}

const tokens = z.object({ refresh_token: z.optional(z.string()) });
const tokenError = z.object({ error: z.string(), error_description: z.optional(z.string()) });

/**
 * Leads through Google's consent (OAuth 2.0 for native apps: a loopback redirect, RFC 8252, with PKCE, RFC 7636) and
 * returns the refresh token by which Orderline sends as this account. Throws {@link GmailConnectError}.
 */
export async function connectGmail(client: GmailClient, { port, onPage, signal }: ConnectOptions): Promise<string> {
  const state = randomBytes(16).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const { promise: code, resolve, reject } = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Browsers ask for more than they are sent to, and other pages may try their luck.
    if (pathname !== '/' || searchParams.get('state') !== state) {
      page(response, 404, 'There is nothing here.');
      return;
    }
    const granted = searchParams.get('code');
    if (granted === null) {
      page(response, 200, 'Gmail was not connected. You can close this page.');
      reject(
        new GmailConnectError('Google was not given the consent: run it again, and allow the access it asks for.'),
      );
    } else {
      page(response, 200, 'Gmail is connected. You can close this page and go back to the terminal.');
      resolve(granted);
    }
  });
  server.on('error', (cause) =>
    reject(new GmailConnectError(`Port ${port} cannot be listened on: choose another with --port.`, { cause })),
  );
  const onAbort = () => reject(new GmailConnectError('Nobody came back from the page: run it again.'));
  signal.addEventListener('abort', onAbort, { once: true });
  server.listen(port, '127.0.0.1', () => {
    const redirectUri = redirectTo(server.address() as AddressInfo);
    onPage(consentPage(client, { state, verifier, redirectUri }));
  });
  try {
    const granted = await code;
    return await exchange(client, {
      code: granted,
      verifier,
      redirectUri: redirectTo(server.address() as AddressInfo),
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    server.close();
    server.closeIdleConnections();
  }
}

const redirectTo = ({ port }: AddressInfo) => `http://127.0.0.1:${port}/`;

interface Exchange {
  readonly verifier: string;
  readonly redirectUri: string;
}

function consentPage(client: GmailClient, { state, verifier, redirectUri }: Exchange & { state: string }): string {
  const url = new URL(client.authUrl);
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    // What SMTP asks for; the narrower scopes are those of Gmail's own API.
    scope: 'https://mail.google.com/',
    // Without both, Google gives no refresh token to who has consented before.
    access_type: 'offline',
    prompt: 'consent',
    login_hint: client.user,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
}

async function exchange(client: GmailClient, { code, verifier, redirectUri }: Exchange & { code: string }) {
  const response = await fetch(client.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.clientId,
      client_secret: client.clientSecret,
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  }).catch((cause: unknown) => {
    throw new GmailConnectError('Google did not answer: is this machine online?', { cause });
  });
  const body: unknown = await response.json().catch(() => undefined);
  const failure = tokenError.safeParse(body).data;
  if (failure !== undefined) {
    throw new GmailConnectError(
      `Google refused: ${failure.error}. Are GMAIL_CLIENT_ID and GMAIL_CLIENT_SECRET those of one client, of the type Desktop app?`,
    );
  }
  const token = tokens.safeParse(body).data?.refresh_token;
  if (token === undefined)
    throw new GmailConnectError(`Google gave no refresh token (${response.status}): run it again.`);
  return token;
}

function page(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    connection: 'close',
  });
  response.end(text);
}
