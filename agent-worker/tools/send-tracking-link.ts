import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';
import { isTextingWish } from './texting-wish.ts';

/** A server that cannot store a turn within this time would not send a message either. */
const storeWithinMs = 3_000;

const parameters = z.strictObject({
  order_number: verifiedOrder,
  channel: z.enum(['sms', 'email']).describe('Text message unless the caller asks for an email'),
});

/** Sends the tracking link to a contact on the order; the caller cannot name another. */
export function sendTrackingLink(call: CallState) {
  return recordedTool(call, {
    name: 'send_tracking_link',
    description: 'Text or email the tracking link to the contact on a verified order, after the caller agreed',
    parameters,
    ask: async ({ order_number, channel }, { signal, toolCallId }) => {
      const consent = channel === 'sms' ? await textingConsent(call) : {};
      return call.server.sendMessage(
        { orderNumber: order_number, kind: 'tracking_link', channel, ...consent, idempotencyKey: toolCallId },
        signal,
      );
    },
  });
}

/** The stored turn in which the caller agreed to a text; without one, the server has the question to ask. */
async function textingConsent({ lastCustomerTurn, events }: CallState): Promise<{ consent_turn_id?: string }> {
  if (lastCustomerTurn === undefined || !isTextingWish(lastCustomerTurn.text)) return {};
  await Promise.race([events.stored(), delay(storeWithinMs)]);
  return { consent_turn_id: lastCustomerTurn.id };
}
