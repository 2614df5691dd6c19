import type { CallState } from '../call/call-state.ts';
import { sendingTool } from './sending-tool.ts';

/** Where each parcel of an order is to be followed. */
export function sendTrackingLink(call: CallState) {
  return sendingTool(call, {
    name: 'send_tracking_link',
    description: 'Text or email the tracking link to the contact on a verified order, after the caller agreed',
    kind: 'tracking_link',
    channel: 'Text message unless the caller asks for an email',
  });
}
