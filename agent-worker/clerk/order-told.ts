import { orderView, trackingView } from '@orderline/contract/order.ts';
import * as z from 'zod/mini';
import type { Talk } from './talk.ts';

/** What `get_order` answers. */
export const orderInFull = z.extend(orderView, { tracking: z.optional(trackingView) });
export type OrderInFull = z.infer<typeof orderInFull>;

/** An order in full, as it was told last in this call. */
export function orderTold({ results }: Talk, orderNumber: string): OrderInFull | undefined {
  const told = results.findLast(({ name, args }) => name === 'get_order' && args['order_number'] === orderNumber);
  const parsed = orderInFull.safeParse(told?.output);
  return parsed.success ? parsed.data : undefined;
}
