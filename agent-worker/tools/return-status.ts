import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({ order_number: verifiedOrder });

/** "Where is my refund?" */
export function returnStatus(call: CallState) {
  return recordedTool(call, {
    name: 'return_status',
    description: 'Where the returns, exchanges and refunds of an order stand',
    parameters,
    ask: ({ order_number }, { signal }) => call.desk.getReturns({ orderNumber: order_number, signal }),
  });
}
