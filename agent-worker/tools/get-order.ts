import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
});

/** A verified order in full, with where its parcels are. */
export function getOrder(call: CallState) {
  return recordedTool(call, {
    name: 'get_order',
    description: 'Details, items, dates and tracking of an order that was verified in this call',
    parameters,
    ask: async ({ order_number }, { signal }) => {
      const [order, tracking] = await Promise.all([
        call.server.getOrder(order_number, signal),
        call.server.getTracking(order_number, signal),
      ]);
      if (order.outcome === 'refused' || tracking.outcome === 'refused') return order;
      return { outcome: 'ok', value: { ...order.value, tracking: tracking.value } };
    },
  });
}
