import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the parts of one stack prove themselves to each other with. */
export interface StackSecrets {
  livekitApiKey: string;
  livekitApiSecret: string;
  workerKey: string;
  tokenSecret: string;
  redisPassword: string;
}

/** The secrets of the environment, and a new random one for each that it does not set, or leaves empty. */
export async function stackSecrets(environment: NodeJS.ProcessEnv, folder: string): Promise<StackSecrets> {
  return {
    livekitApiKey: environment['LIVEKIT_API_KEY'] || 'orderline',
    livekitApiSecret: environment['LIVEKIT_API_SECRET'] || newSecret(),
    workerKey: environment['WORKER_KEY'] || newSecret(),
    tokenSecret: environment['TOKEN_SECRET'] || (await keptTokenSecret(folder)),
    redisPassword: newSecret(),
  };
}

/**
 * The secret of the data in `folder`, made if there is none: phones, claims and labels are known by it for longer than
 * one start.
 */
export async function keptTokenSecret(folder: string): Promise<string> {
  const path = join(folder, 'token-secret');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const made = newSecret();
  await writeFile(path, made, { mode: 0o600 });
  return made;
}

/** 48 characters: LiveKit refuses secrets under 32. */
const newSecret = () => randomBytes(36).toString('base64url');
