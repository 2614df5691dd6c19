import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({ order_number: verifiedOrder });

/** What of an order may be returned today, line by line. */
export function returnableItems(call: CallState) {
  return recordedTool(call, {
    name: 'returnable_items',
    description: 'Which items of an order may be returned today, how many, until when, or why not',
    parameters,
    ask: ({ order_number }, { signal }) => call.desk.getReturnable({ orderNumber: order_number, signal }),
  });
}
