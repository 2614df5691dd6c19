export interface ModeFacts {
  environment: NodeJS.ProcessEnv;
  hasPocketsphinx: boolean;
  /** Where livekit-server came from, or undefined when LIVEKIT_URL names one. */
  livekit: string | undefined;
  dataFolder: string;
}

const debianEars = 'apt-get install pocketsphinx pocketsphinx-en-us';

/** What each part of a start runs on, one line a part, for the person who started it. */
export function describeModes({ environment, hasPocketsphinx, livekit, dataFolder }: ModeFacts): string[] {
  const hasKey = Boolean(environment['OPENAI_API_KEY']);
  const model = environment['MODEL'] ?? 'gpt-4o';
  const rows: [string, string][] = [
    ['model', hasKey ? `OpenAI ${model}, the built-in clerk behind it` : 'the built-in clerk (OPENAI_API_KEY: gpt-4o)'],
    ['hearing', hearing(environment, hasPocketsphinx)],
    ['speaking', hasKey || environment['TTS_BASE_URL'] ? 'OpenAI, flite behind it' : 'flite, built in'],
    ['database', environment['DATABASE_URL'] ? 'yours (DATABASE_URL)' : `PostgreSQL 18, kept in ${dataFolder}`],
    ['media', livekit ?? 'your LiveKit (LIVEKIT_URL)'],
    ['messages', 'kept in the outbox; none leaves this machine'],
  ];
  return rows.map(([part, mode]) => `${part.padEnd(9)} ${mode}`);
}

function hearing(environment: NodeJS.ProcessEnv, hasPocketsphinx: boolean): string {
  if (environment['OPENAI_API_KEY'] || environment['STT_BASE_URL']) return 'OpenAI';
  if (hasPocketsphinx) return 'PocketSphinx';
  return `typing only. To speak, install PocketSphinx and start again: sudo ${debianEars}`;
}
