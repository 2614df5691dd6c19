import { setTimeout as delay } from 'node:timers/promises';
import type { AppContext } from '../app-context.ts';
import type { PhoneCaller } from '../livekit/phone-caller.ts';
import { insertPhoneCall } from './calls-table.ts';
import { phoneOriginKey } from './origin-key.ts';

/** livekit-sip makes the room, and the agent's job is on its way before the caller is in it. */
const lookEveryMs = 50;
const lookForMs = 2_500;

/**
 * Opens the call of a room that livekit-sip has made, once its caller is there. Does nothing for any other room, nor when
 * the call is open already. Throws RoomsUnavailableError when LiveKit does not answer.
 */
export async function openPhoneCall(context: AppContext, callId: string): Promise<void> {
  const caller = await untilCaller(context, callId);
  if (caller === undefined) return;
  await insertPhoneCall(context.database, {
    id: callId,
    channel: 'phone',
    customer_identity: caller.identity,
    origin_key: phoneOriginKey(context.config.tokenSecret, caller.callerNumber),
    opened_at: context.clock(),
    caller_number: caller.callerNumber ?? null,
    dialled_number: caller.dialledNumber ?? null,
  });
}

async function untilCaller({ rooms }: AppContext, callId: string): Promise<PhoneCaller | undefined> {
  const giveUpAt = performance.now() + lookForMs;
  for (;;) {
    const room = await rooms.look(callId);
    if (room === undefined || room.phoneCaller !== undefined) return room?.phoneCaller;
    if (performance.now() >= giveUpAt) return undefined;
    await delay(lookEveryMs);
  }
}
