import type { CallState } from '../call/call-state.ts';
import { sendingTool } from './sending-tool.ts';

/** What was paid for an order, as it was paid. */
export function sendReceipt(call: CallState) {
  return sendingTool(call, {
    name: 'send_receipt',
    description: 'Email or text the receipt to the contact on a verified order, when the caller asks for it',
    kind: 'receipt',
    channel: 'Email unless the caller asks for a text message',
  });
}
