import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
  tracking_number: z.string().trim().min(1).max(64).optional().describe('Only where several parcels may be missing'),
});

/** An investigation of a lost parcel; one is open at a time. */
export function openInvestigation(call: CallState) {
  return recordedTool(call, {
    name: 'open_investigation',
    description: 'Open an investigation of a parcel that stopped moving, or that is marked delivered and is not there',
    parameters,
    ask: ({ order_number, tracking_number }, { signal }) =>
      call.desk.investigate(
        { orderNumber: order_number, signal },
        tracking_number === undefined ? {} : { tracking_number },
      ),
  });
}
