import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { googleServer, type GoogleServer } from '../../test/support/google-server.ts';
import { connectGmail, type GmailClient } from './connect-gmail.ts';

let google: GoogleServer;

beforeAll(async () => {
  google = await googleServer();
});
afterAll(() => google.close());

const client = (more: Partial<GmailClient> = {}): GmailClient => ({ ...google, user: 'orders@gmail.example', ...more });
const signal = AbortSignal.timeout(5000);

/** Connects, with a browser that does `visit` with the page it is to open. */
const connect = (given: GmailClient, visit: (page: string) => unknown) =>
  connectGmail(given, { port: 0, signal, onPage: (page) => void visit(page) });

test('brings the refresh token of who consents', async () => {
  expect(await connect(client(), (page) => fetch(page))).toBe(google.refreshToken);
});

test('asks Google for a token that lasts, for sending', async () => {
  const pages: URL[] = [];
  await connect(client(), (page) => {
    pages.push(new URL(page));
    return fetch(page);
  });
  expect(Object.fromEntries(pages[0]?.searchParams ?? [])).toMatchObject({
    access_type: 'offline',
    prompt: 'consent',
    scope: 'https://mail.google.com/',
    code_challenge_method: 'S256',
    redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) as string,
  });
});

test('says so when the consent is refused', async () => {
  await expect(connect(client({ user: 'no@gmail.example' }), (page) => fetch(page))).rejects.toThrow(
    'not given the consent',
  );
});

test('says what to look at when Google refuses the client', async () => {
  await expect(connect(client({ clientSecret: 'wrong' }), (page) => fetch(page))).rejects.toThrow(
    'Google refused: invalid_grant. Are GMAIL_CLIENT_ID and GMAIL_CLIENT_SECRET',
  );
});

test('a page that nobody asked for cannot slip in a code of its own', async () => {
  const statuses: number[] = [];
  const token = await connect(client(), async (page) => {
    const own = new URL(page).searchParams.get('redirect_uri') ?? '';
    statuses.push((await fetch(`${own}?state=guessed&code=evil`)).status);
    await fetch(page);
  });
  expect(statuses).toEqual([404]);
  expect(token).toBe(google.refreshToken);
});

test('the command prints what belongs into .env', async () => {
  const program = spawn(process.execPath, [fileURLToPath(new URL('../gmail-connect.ts', import.meta.url))], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: {
      GMAIL_USER: 'orders@gmail.example',
      GMAIL_CLIENT_ID: google.clientId,
      GMAIL_CLIENT_SECRET: google.clientSecret,
      GMAIL_AUTH_URL: google.authUrl,
      GMAIL_TOKEN_URL: google.tokenUrl,
    },
  });
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    const page = /https?:\/\/\S+\/auth\?\S+/.exec(text)?.[0];
    if (page !== undefined) void fetch(page);
  });
  expect(await once(program, 'close')).toEqual([0, null]);
  expect(output).toContain(`GMAIL_REFRESH_TOKEN=${google.refreshToken}\n`);
});

test('without a client it says how to get one', async () => {
  const program = spawn(process.execPath, [fileURLToPath(new URL('../gmail-connect.ts', import.meta.url))], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { GMAIL_USER: 'orders@gmail.example' },
  });
  let errors = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  expect(await once(program, 'close')).toEqual([1, null]);
  expect(errors).toMatch(/^GMAIL_CLIENT_ID is missing\.[^]*type Desktop app/);
});
