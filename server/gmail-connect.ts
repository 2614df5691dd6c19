import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CommandError, runCommandLine } from './command-line.ts';
import { connectGmail, GmailConnectError } from './messages/connect-gmail.ts';
import { googleTokenUrl } from './messages/messaging-config.ts';

const usage = `npm run gmail:connect -- --user orders@your-store.example [--port PORT]

Leads through Google's consent, so that Orderline sends its e-mails as this Gmail account, and prints the lines for .env.
It needs GMAIL_CLIENT_ID and GMAIL_CLIENT_SECRET, in the environment or in .env. To get them, once:
  1. https://console.cloud.google.com: make a project, and enable the Gmail API in it.
  2. Google Auth Platform: give the app a name, and publish it (or add the account as a test user, whose consent ends
     after seven days).
  3. Clients: create a client of the type Desktop app.`;

const waitMs = 10 * 60 * 1000;

/** `npm run gmail:connect`. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { values } = parseArgs({
    options: {
      user: { type: 'string', default: process.env['GMAIL_USER'] ?? '' },
      port: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const client = {
    user: required('--user', values.user),
    clientId: required('GMAIL_CLIENT_ID', process.env['GMAIL_CLIENT_ID']),
    clientSecret: required('GMAIL_CLIENT_SECRET', process.env['GMAIL_CLIENT_SECRET']),
    authUrl: process.env['GMAIL_AUTH_URL'] || 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: process.env['GMAIL_TOKEN_URL'] || googleTokenUrl,
  };
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CommandError('--port is a number up to 65535');
  const onPage = (url: string) => process.stdout.write(`${instructions(url)}\n`);
  const refreshToken = await connectGmail(client, { port, onPage, signal: AbortSignal.timeout(waitMs) }).catch(
    (error: unknown) => {
      throw error instanceof GmailConnectError ? new CommandError(error.message) : error;
    },
  );
  const lines = [
    `GMAIL_USER=${client.user}`,
    `GMAIL_CLIENT_ID=${client.clientId}`,
    `GMAIL_CLIENT_SECRET=${client.clientSecret}`,
    `GMAIL_REFRESH_TOKEN=${refreshToken}`,
  ];
  process.stdout.write(
    `\nConnected. These lines belong into .env, where nobody else can read them:\n\n${lines.join('\n')}\n`,
  );
}

const instructions = (url: string) =>
  `Open this page in a browser on this machine, and allow the access:\n\n  ${url}\n\nWaiting for it …`;

function required(name: string, value: string | undefined): string {
  if (!value) throw new CommandError(`${name} is missing.\n\n${usage}`);
  return value;
}

await runCommandLine(main);
