import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({ order_number: verifiedOrder });

/** The one way to a whole address, for a caller who asked (seed, "What You Can Share"). */
export function readShippingAddress(call: CallState) {
  return recordedTool(call, {
    name: 'read_shipping_address',
    description: 'The whole shipping address, only for a caller who asked to hear all of it',
    parameters,
    ask: ({ order_number }, { signal }) => call.desk.getShippingAddress({ orderNumber: order_number, signal }),
  });
}
