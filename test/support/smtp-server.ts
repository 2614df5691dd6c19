import type { AddressInfo, Socket } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What the server does to the next mail. */
type SmtpMood =
  | { readonly kind: 'take' }
  | { readonly kind: 'refuse'; readonly at: 'recipient' | 'content'; readonly code: number; readonly reply: string }
  /** Takes the mail and cuts the line before it says so. */
  | { readonly kind: 'take_silently' }
  /** Takes the mail, and never says so. */
  | { readonly kind: 'take_and_hang' }
  /** Cuts the line when the recipient is named. */
  | { readonly kind: 'hang_up' };

interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** With its headers, as it came. */
  readonly source: string;
}

export interface StandInSmtp {
  readonly url: string;
  readonly taken: TakenMail[];
  readonly moods: SmtpMood[];
  /** How sessions have logged in: `user:password`, or the token of OAuth2. */
  readonly logins: string[];
  close(): Promise<void>;
}

interface Options {
  /** Whom it lets in; without it, anybody, and nobody is asked. */
  readonly lets?: (login: { username: string | undefined; secret: string | undefined }) => boolean;
}

/** A mail server on a real socket, whose next mails may go wrong. */
export async function standInSmtp({ lets }: Options = {}): Promise<StandInSmtp> {
  const taken: TakenMail[] = [];
  const moods: SmtpMood[] = [];
  const logins: string[] = [];
  const sockets = new Set<Socket>();
  const moodOf = () => moods[0] ?? ({ kind: 'take' } as const);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(lets === undefined ? ['AUTH'] : [])],
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'XOAUTH2'],
    onAuth({ username, password, accessToken }, _session, callback) {
      const secret = password ?? accessToken;
      logins.push(`${username ?? ''}:${secret ?? ''}`);
      if (lets?.({ username, secret }) === false) callback(refusal(535, '5.7.8 Username and password not accepted'));
      else callback(null, { user: username });
    },
    onRcptTo(_address, _session, callback) {
      const mood = moodOf();
      if (mood.kind === 'hang_up') {
        moods.shift();
        cut();
        return;
      }
      if (mood.kind === 'refuse' && mood.at === 'recipient') {
        moods.shift();
        callback(refusal(mood.code, mood.reply));
      } else callback();
    },
    onData(stream, { envelope }, callback) {
      void textOf(stream).then((source) => {
        const mood = moods.shift() ?? { kind: 'take' };
        if (mood.kind === 'refuse') {
          callback(refusal(mood.code, mood.reply));
          return;
        }
        const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        taken.push({ from: sender, to: envelope.rcptTo.map(({ address }) => address), source });
        if (mood.kind === 'take_silently') cut();
        else if (mood.kind !== 'take_and_hang') callback();
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // A line that was cut is what some tests want.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    moods,
    logins,
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

const refusal = (responseCode: number, reply: string) => Object.assign(new Error(reply), { responseCode });
