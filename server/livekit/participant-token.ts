import { AccessToken, TrackSource } from 'livekit-server-sdk';
import type { Config } from '../config.ts';

/**
 * livekit-client's TokenSource uses a token again until one minute before it expires. It only has to last until the
 * visitor is connected: LiveKit itself renews it after that.
 */
const lifetimeSeconds = 5 * 60;

/** Whom a participant token lets into which room. */
export interface Seat {
  readonly room: string;
  readonly identity: string;
}

/** The JWT with which a customer joins one room as one identity: to speak, to hear, to type, and nothing else. */
export async function participantToken({ apiKey, apiSecret }: Config['livekit'], seat: Seat): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, { identity: seat.identity, ttl: lifetimeSeconds });
  token.addGrant({
    room: seat.room,
    roomJoin: true,
    canPublish: true,
    canPublishSources: [TrackSource.MICROPHONE],
    canSubscribe: true,
    canPublishData: true,
    canUpdateOwnMetadata: false,
  });
  return token.toJwt();
}
