import type { EnvironmentReader } from '../environment-reader.ts';
import { recipientOf } from './recipient-rule.ts';

/** By what messages leave; a channel without a sender keeps its messages in the outbox. */
export interface MessagingConfig {
  readonly sms: TwilioSettings | undefined;
  readonly email: MailSettings | undefined;
  /** While testing: nobody else is written to. As `recipientOf` has them; undefined lets all through. */
  readonly onlyTo: readonly string[] | undefined;
  /** How long a provider may take to answer. */
  readonly timeoutMs: number;
}

export interface TwilioSettings {
  readonly apiUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** A number of ours (E.164 or a short code), or a messaging service (`MG…`). */
  readonly from: string;
}

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server has it, and always before a password. */
  readonly isSecure: boolean;
  readonly from: string;
  readonly login: MailLogin | undefined;
}

export type MailLogin =
  | { readonly by: 'password'; readonly user: string; readonly password: string }
  | {
      readonly by: 'oauth2';
      readonly user: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly refreshToken: string;
      readonly tokenUrl: string;
    };

export const googleTokenUrl = 'https://oauth2.googleapis.com/token';

/** The part of the environment that `.env.example` calls messages; what is wrong is added to the reader's problems. */
export function messagingConfigOf(read: EnvironmentReader): MessagingConfig {
  return {
    sms: twilioOf(read),
    email: mailOf(read),
    onlyTo: onlyToOf(read),
    timeoutMs: 1000 * read.count('SEND_TIMEOUT_SECONDS', 30, 45),
  };
}

function twilioOf(read: EnvironmentReader): TwilioSettings | undefined {
  const names = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'];
  if (names.every((name) => read.text(name, '') === '')) return undefined;
  const from = read.required('TWILIO_FROM', 'the number that texts come from, or the SID of a messaging service');
  if (from !== '' && !/^(\+[1-9]\d{7,14}|\d{5,6}|MG[0-9a-f]{32})$/.test(from)) {
    read.problems.push('TWILIO_FROM is not a number like +12125550100, a short code, or a SID that begins with MG');
  }
  return {
    apiUrl: read.url('TWILIO_API_URL', ['https:', 'http:'], 'https://api.twilio.com'),
    accountSid: read.required('TWILIO_ACCOUNT_SID', 'the account of Twilio that TWILIO_FROM belongs to'),
    authToken: read.required('TWILIO_AUTH_TOKEN', 'the token of the account TWILIO_ACCOUNT_SID'),
    from,
  };
}

function mailOf(read: EnvironmentReader): MailSettings | undefined {
  const login = gmailLoginOf(read);
  const url = read.url('SMTP_URL', ['smtp:', 'smtps:'], login === undefined ? '' : 'smtps://smtp.gmail.com');
  if (url === '' || !URL.canParse(url)) return undefined;
  const server = new URL(url);
  const isSecure = server.protocol === 'smtps:';
  const from = read.text('MAIL_FROM', login?.user ?? '');
  if (!/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from)) {
    read.problems.push('MAIL_FROM is missing or no address: Juniper Row <orders@your-store.example>');
  }
  return {
    host: server.hostname,
    port: Number(server.port) || (isSecure ? 465 : 587),
    isSecure,
    from,
    login: login ?? urlLoginOf(server),
  };
}

function urlLoginOf({ username, password }: URL): MailLogin | undefined {
  if (username === '') return undefined;
  return { by: 'password', user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function gmailLoginOf(read: EnvironmentReader): MailLogin | undefined {
  const user = read.text('GMAIL_USER', '');
  const password = read.text('GMAIL_APP_PASSWORD', '').replaceAll(' ', '');
  const [clientId, clientSecret, refreshToken] = ['GMAIL_CLIENT_ID', 'GMAIL_CLIENT_SECRET', 'GMAIL_REFRESH_TOKEN'].map(
    (name) => read.text(name, ''),
  );
  if (user === '') {
    if (password || clientId || clientSecret || refreshToken) {
      read.problems.push('GMAIL_USER is missing: the address of the Gmail account that sends');
    }
    return undefined;
  }
  if (password !== '') return { by: 'password', user, password };
  if (!clientId || !clientSecret || !refreshToken) {
    read.problems.push(
      'GMAIL_APP_PASSWORD is missing, or GMAIL_CLIENT_ID, GMAIL_CLIENT_SECRET and GMAIL_REFRESH_TOKEN ' +
        '(npm run gmail:connect makes the last three)',
    );
    return undefined;
  }
  const tokenUrl = read.url('GMAIL_TOKEN_URL', ['https:', 'http:'], googleTokenUrl);
  return { by: 'oauth2', user, clientId, clientSecret, refreshToken, tokenUrl };
}

function onlyToOf(read: EnvironmentReader): readonly string[] | undefined {
  const entries = read
    .text('SEND_ONLY_TO', '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) return undefined;
  return entries.flatMap((entry) => {
    const recipient = recipientOf({ channel: entry.includes('@') ? 'email' : 'sms', recipient: entry });
    if (recipient !== undefined) return [recipient];
    read.problems.push(`SEND_ONLY_TO has an entry that is neither a phone number nor an e-mail address`);
    return [];
  });
}
