export interface ModeFacts {
  environment: NodeJS.ProcessEnv;
  hasPocketsphinx: boolean;
  /** Where livekit-server came from, or undefined when LIVEKIT_URL names one. */
  livekit: string | undefined;
  /** How a telephone call gets here; undefined when none does. */
  phone?: string | undefined;
  dataFolder: string;
}

const installEars = 'sudo apt-get install pocketsphinx pocketsphinx-en-us';

/** What each part of a start runs on, one line a part, for the person who started it. */
export function describeModes({ environment, hasPocketsphinx, livekit, phone, dataFolder }: ModeFacts): string[] {
  const isServed = (ownUrl: string) =>
    ['OPENAI_API_KEY', 'OPENAI_BASE_URL', ownUrl].some((name) => Boolean(environment[name]));
  const ears = hasPocketsphinx ? 'PocketSphinx' : `typing only; to speak: ${installEars}, then start again`;
  const rows: [string, string][] = [
    [
      'model',
      isServed('OPENAI_BASE_URL')
        ? `${environment['MODEL'] || 'gpt-4o'} through OpenAI's API, the built-in clerk behind it`
        : 'the built-in clerk (set OPENAI_API_KEY for gpt-4o)',
    ],
    ['hearing', isServed('STT_BASE_URL') ? "OpenAI's API" : ears],
    ['speaking', isServed('TTS_BASE_URL') ? "OpenAI's API, flite behind it" : 'flite, built in'],
    ['database', environment['DATABASE_URL'] ? 'yours (DATABASE_URL)' : `PostgreSQL 18, kept in ${dataFolder}`],
    ['media', livekit ?? 'your LiveKit (LIVEKIT_URL)'],
    ...(phone === undefined ? [] : [['phone', phone] as [string, string]]),
    ['messages', messagesMode(environment)],
    ['staff', 'npm run staff -- add <name> makes an account for the desk'],
  ];
  return rows.map(([part, mode]) => `${part.padEnd(9)} ${mode}`);
}

/** The server checks these settings; here they only say what was set. */
function messagesMode(environment: NodeJS.ProcessEnv): string {
  const sms = environment['TWILIO_ACCOUNT_SID'] ? 'SMS by Twilio' : undefined;
  const mailServer = environment['SMTP_URL'] ? 'e-mail by SMTP' : undefined;
  const email = environment['GMAIL_USER'] ? 'e-mail by Gmail' : mailServer;
  if (sms === undefined && email === undefined) return 'kept in the outbox; none leaves this machine';
  const modes = [sms ?? 'SMS kept in the outbox', email ?? 'e-mail kept in the outbox'].join(', ');
  return environment['SEND_ONLY_TO'] ? `${modes}; only to those of SEND_ONLY_TO` : modes;
}
