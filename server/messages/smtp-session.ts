import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { MailLogin, MailSettings } from './messaging-config.ts';
import type { SmtpStage } from './smtp-outcome-rule.ts';

/** A mail session that broke off, and at which stage. */
export class SmtpError extends Error {
  override readonly name = 'SmtpError';
  readonly stage: SmtpStage;
  readonly code: string | undefined;
  readonly reply: string | undefined;
  readonly isOfRecipient: boolean;

  constructor(stage: SmtpStage, error: unknown) {
    const facts: SmtpFacts | undefined = error instanceof Error ? error : undefined;
    // The cause stays out: what a server says may name the recipient.
    const code = facts?.originalCode ?? facts?.code;
    super(`The mail session failed at ${stage}: ${code ?? 'no reply'}`);
    this.stage = stage;
    this.code = code;
    this.reply = facts?.response;
    this.isOfRecipient = facts?.command === 'RCPT TO';
  }
}

/** What nodemailer adds to its errors. */
interface SmtpFacts extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly response?: string;
  readonly command?: string;
}

export interface Mail {
  readonly envelope: SMTPEnvelope;
  readonly content: Buffer;
}

export interface SessionLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Hands one mail to the server in a session of its own. It resolves when the server has taken it, and throws
 * {@link SmtpError} with the stage: nodemailer's transport would not tell whether the content had begun to leave.
 */
export async function sendBySmtp(settings: MailSettings, mail: Mail, limits: SessionLimits): Promise<void> {
  const { host, port, isSecure, login } = settings;
  const { timeoutMs, signal } = limits;
  let stage: SmtpStage = 'connect';
  const connection = new SMTPConnection({
    host,
    port,
    secure: isSecure,
    requireTLS: login !== undefined && !loopback.test(host),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  const { promise: broken, reject: breakOff } = Promise.withResolvers<never>();
  const onAbort = () => breakOff(Object.assign(new Error('aborted'), { code: 'ABORTED' }));
  connection.on('error', breakOff);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();

  const content = function* () {
    // Read only when the server has asked for it.
    stage = 'content';
    yield mail.content;
  };
  try {
    await Promise.race([broken, done((callback) => connection.connect(callback))]);
    stage = 'login';
    if (login !== undefined) {
      await Promise.race([broken, done((callback) => connection.login(authOf(login), callback))]);
    }
    stage = 'envelope';
    const body = Readable.from(content(), { objectMode: false });
    await Promise.race([broken, done((callback) => connection.send(mail.envelope, body, callback))]);
  } catch (error) {
    throw new SmtpError(stage, error);
  } finally {
    signal.removeEventListener('abort', onAbort);
    connection.close();
  }
}

function authOf(login: MailLogin) {
  if (login.by === 'password') return { user: login.user, credentials: { user: login.user, pass: login.password } };
  const { user, clientId, clientSecret, refreshToken, tokenUrl: accessUrl } = login;
  return {
    type: 'OAUTH2',
    user,
    method: 'XOAUTH2',
    oauth2: new XOAuth2({ user, clientId, clientSecret, refreshToken, accessUrl }),
  };
}

const done = (act: (callback: (error?: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) => act((error) => (error ? reject(error) : resolve())));
