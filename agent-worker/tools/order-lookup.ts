import { email, phone } from '@orderline/contract/order.ts';
import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z
  .strictObject({
    order_number: z.string().trim().min(1).max(32).describe('As written, for example ORD-12345'),
    email: z.string().max(254).optional().describe('The email address on the order'),
    phone: z.string().max(24).optional().describe('The phone number on the order, where the caller gives no email'),
  })
  .refine(({ email, phone }) => (email === undefined) !== (phone === undefined), 'Give either email or phone');

/** The specification's `order_lookup`: the one way to an order, and to everything else about it. */
export function orderLookup(call: CallState) {
  return recordedTool(call, {
    name: 'order_lookup',
    description: 'Look up an order by order number and customer email or phone',
    parameters,
    ask: async ({ order_number, ...factor }, { signal }) => {
      const verification =
        factor.email === undefined ? { phone: phone.parse(factor.phone ?? '') } : { email: email.parse(factor.email) };
      const answer = await call.server.lookUpOrder({ order_number, verification }, signal);
      if (answer.outcome === 'ok') call.verifiedOrders.add(answer.value.order_number);
      return answer;
    },
  });
}
