import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { units, verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({ order_number: verifiedOrder, line: units.shape.line });

/** What a line may be exchanged for. */
export function exchangeOptions(call: CallState) {
  return recordedTool(call, {
    name: 'exchange_options',
    description: 'Which sizes and colours an item may be exchanged for, with stock and price difference',
    parameters,
    ask: ({ order_number, line }, { signal }) =>
      call.desk.getExchangeOptions({ orderNumber: order_number, line, signal }),
  });
}
