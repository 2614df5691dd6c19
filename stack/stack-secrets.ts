import { randomBytes } from 'node:crypto';

/** What the parts of one stack prove themselves to each other with. */
export interface StackSecrets {
  livekitApiKey: string;
  livekitApiSecret: string;
  workerKey: string;
  tokenSecret: string;
}

/** The secrets of the environment, and a new random one for each that it does not set, or leaves empty. */
export function stackSecrets(environment: NodeJS.ProcessEnv): StackSecrets {
  // 48 characters: LiveKit refuses secrets under 32.
  const secret = (name: string) => environment[name] || randomBytes(36).toString('base64url');
  return {
    livekitApiKey: environment['LIVEKIT_API_KEY'] || 'orderline',
    livekitApiSecret: secret('LIVEKIT_API_SECRET'),
    workerKey: secret('WORKER_KEY'),
    tokenSecret: secret('TOKEN_SECRET'),
  };
}
