import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({
  order_number: z.string().trim().min(1).max(32).describe('An order that was verified in this call'),
  channel: z.enum(['sms', 'email']).describe('Text message unless the caller asks for an email'),
});

/** Sends the tracking link to a contact on the order; the caller cannot name another. */
export function sendTrackingLink(call: CallState) {
  return recordedTool(call, {
    name: 'send_tracking_link',
    description: 'Text or email the tracking link to the contact on a verified order, after the caller agreed',
    parameters,
    ask: ({ order_number, channel }, { signal, toolCallId }) =>
      call.server.sendMessage(
        { orderNumber: order_number, kind: 'tracking_link', channel, idempotencyKey: toolCallId },
        signal,
      ),
  });
}
