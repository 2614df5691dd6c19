import { randomBytes } from 'node:crypto';
import type { TokenResponse } from '@orderline/contract/token.ts';
import type { AppContext } from '../app-context.ts';
import { participantToken } from '../livekit/participant-token.ts';
import { signVisitToken } from './call-token.ts';
import { insertCall, markEnded } from './calls-table.ts';

/**
 * Opens a call for a visitor of a web page and makes its room with the agent dispatched, so that the job is there
 * before the visitor. Throws RoomsUnavailableError when LiveKit does not answer; the call is over then.
 */
export async function openCall(context: AppContext, { originKey }: { originKey: string }): Promise<TokenResponse> {
  const callId = `call_${randomBytes(15).toString('base64url')}`;
  const identity = `customer_${randomBytes(12).toString('base64url')}`;
  // The row comes first: the dispatched job may ask for it before this server has LiveKit's answer.
  await insertCall(context.database, {
    id: callId,
    channel: 'web',
    customer_identity: identity,
    origin_key: originKey,
    opened_at: context.clock(),
  });
  try {
    await context.rooms.create(callId);
  } catch (error) {
    await markEnded(context.database, callId, { at: context.clock(), reason: 'failed' });
    throw error;
  }
  return seatCustomer(context, { callId, identity });
}

/** The tokens with which a customer enters the room of an open call, for the first time or again. */
export async function seatCustomer(
  { clock, config }: AppContext,
  { callId, identity }: { callId: string; identity: string },
): Promise<TokenResponse> {
  return {
    server_url: config.livekit.url,
    participant_token: await participantToken(config.livekit, { room: callId, identity }),
    visit_token: await signVisitToken({ clock, secret: config.tokenSecret }, { callId }),
  };
}
