import { setTimeout as delay } from 'node:timers/promises';
import type { MessageRequest } from '@orderline/contract/message.ts';
import type { CallState } from '../call/call-state.ts';
import { isTextingWish } from './texting-wish.ts';

/** A server that cannot store a turn within this time would not send a message either. */
const storeWithinMs = 3_000;

/** For a text: the stored turn in which the caller agreed to it. Without one, the server has the question to ask. */
export async function textingConsent(
  { lastCustomerTurn, events }: CallState,
  channel: MessageRequest['channel'],
): Promise<Pick<MessageRequest, 'consent_turn_id'>> {
  if (channel !== 'sms' || lastCustomerTurn === undefined || !isTextingWish(lastCustomerTurn.text)) return {};
  await Promise.race([events.stored(), delay(storeWithinMs)]);
  return { consent_turn_id: lastCustomerTurn.id };
}
