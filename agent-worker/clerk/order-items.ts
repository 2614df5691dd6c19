import { orderView } from '@orderline/contract/order.ts';
import type { Offer, RefusalReason } from '@orderline/contract/refusal.ts';
import { returnableResponse } from '@orderline/contract/returns.ts';
import type { Draft } from './draft.ts';
import { factsTools } from './propose-change.ts';
import type { Talk } from './talk.ts';

/** Why the store's rules do not allow something, and what may be offered instead. */
export interface Refusal {
  say: string;
  reason?: RefusalReason | undefined;
  offers?: readonly Offer[] | undefined;
  rma?: string | undefined;
}

/** An item of an order, and how many of it a change may take. */
export interface OrderItem {
  line: number;
  name: string;
  available: number;
  refusal?: Refusal | undefined;
}

/** The items of an order as they were told last for such a change; undefined when they were not, or cannot be read. */
export function itemsFor({ kind }: Draft, orderNumber: string, { results }: Talk): OrderItem[] | undefined {
  const tool = factsTools[kind];
  const result = results.findLast(({ name, args }) => name === tool && args['order_number'] === orderNumber);
  if (result === undefined) return undefined;
  return tool === 'returnable_items' ? returnableIn(result.output) : orderedIn(result.output);
}

function returnableIn(output: unknown): OrderItem[] | undefined {
  const parsed = returnableResponse.safeParse(output);
  if (!parsed.success) return undefined;
  return parsed.data.lines.map(({ line, name, returnable, reason, offers, rma, say }) => ({
    line,
    name,
    available: returnable,
    ...(returnable > 0 ? {} : { refusal: { say, reason, offers, rma } }),
  }));
}

function orderedIn(output: unknown): OrderItem[] | undefined {
  const parsed = orderView.safeParse(output);
  return parsed.success
    ? parsed.data.lines.map(({ line, name, quantity }) => ({ line, name, available: quantity }))
    : undefined;
}
