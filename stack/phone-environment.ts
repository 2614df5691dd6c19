import { ownRedis, type RedisAccess } from './redis-access.ts';
import type { StackPorts } from './stack-ports.ts';
import type { StackSecrets } from './stack-secrets.ts';

/** What a softphone dials while nobody has set another number; of a range that is given to nobody. */
export const localPhoneNumber = '+15550100';

/**
 * The phone settings that the server gets from a start on this machine. Without a phone they are taken away: the server
 * would ask a LiveKit that has no telephone for one.
 */
export function phoneEnvironment(
  environment: NodeJS.ProcessEnv,
  { hasPhone }: { hasPhone: boolean },
): NodeJS.ProcessEnv {
  if (!hasPhone) return environment['LIVEKIT_URL'] ? {} : { PHONE_NUMBERS: '' };
  const isGuarded = Boolean(environment['PHONE_ALLOWED_ADDRESSES'] || environment['PHONE_AUTH_USERNAME']);
  return {
    PHONE_NUMBERS: environment['PHONE_NUMBERS'] || localPhoneNumber,
    ...(isGuarded ? {} : { PHONE_ALLOWED_ADDRESSES: '127.0.0.1' }),
  };
}

/**
 * The Redis through which LiveKit and livekit-sip find each other: your own, or the one this start runs. Throws where a
 * phone is asked for that this start cannot give.
 */
export function phoneRedis(
  environment: NodeJS.ProcessEnv,
  { ports, secrets }: { ports: StackPorts; secrets: StackSecrets },
): RedisAccess {
  if (environment['LIVEKIT_URL']) {
    throw new Error(
      '--phone runs livekit-sip beside a LiveKit server that is started here, but LIVEKIT_URL names yours. Run ' +
        'livekit-sip beside that one (LiveKit Cloud has its own), set PHONE_NUMBERS, and start without --phone.',
    );
  }
  return ownRedis(environment) ?? { address: `127.0.0.1:${ports.redis}`, password: secrets.redisPassword };
}
