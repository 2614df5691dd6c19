import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

export interface GoogleServer {
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** Those that were given out. */
  readonly accessTokens: string[];
  close(): Promise<void>;
}

/**
 * Google's two OAuth2 endpoints: the page that asks the user, who agrees unless its `login_hint` begins with "no", and the
 * one that gives tokens for a code (with its PKCE verifier) or a refresh token.
 */
export async function googleServer(): Promise<GoogleServer> {
  const [clientId, clientSecret, refreshToken] = ['orderline.apps.example', 'a client secret', '1//a refresh token'];
  const accessTokens: string[] = [];
  const codes = new Map<string, { challenge: string; redirectUri: string }>();

  const tokensFor = (form: URLSearchParams): object | undefined => {
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) return undefined;
    const token = { access_token: randomUUID(), expires_in: 3599, token_type: 'Bearer' };
    if (form.get('grant_type') === 'refresh_token') {
      if (form.get('refresh_token') !== refreshToken) return undefined;
      accessTokens.push(token.access_token);
      return token;
    }
    const asked = codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (asked?.challenge !== challenge || asked.redirectUri !== form.get('redirect_uri')) return undefined;
    codes.delete(form.get('code') ?? '');
    accessTokens.push(token.access_token);
    return { ...token, refresh_token: refreshToken };
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://google');
    if (pathname === '/auth') {
      const code = randomUUID();
      const redirectUri = searchParams.get('redirect_uri') ?? '';
      codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', redirectUri });
      const back = new URL(redirectUri);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      if (searchParams.get('login_hint')?.startsWith('no') === true) back.searchParams.set('error', 'access_denied');
      else back.searchParams.set('code', code);
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    void textOf(request).then((body) => {
      const tokens = tokensFor(new URLSearchParams(body));
      response.writeHead(tokens === undefined ? 400 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(tokens ?? { error: 'invalid_grant', error_description: 'Bad Request' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    authUrl: `http://127.0.0.1:${port}/auth`,
    tokenUrl: `http://127.0.0.1:${port}/token`,
    clientId,
    clientSecret,
    refreshToken,
    accessTokens,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
