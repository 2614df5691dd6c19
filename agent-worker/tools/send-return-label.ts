import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
  rma: z.string().trim().max(24).describe('As return_status gives it'),
});

/** A label again, to the contacts on file. */
export function sendReturnLabel(call: CallState) {
  return recordedTool(call, {
    name: 'send_return_label',
    description: 'Send the label of an open return again, to the contact on the order',
    parameters,
    ask: ({ order_number, rma }, { signal }) => call.desk.sendLabelAgain({ orderNumber: order_number, rma, signal }),
  });
}
