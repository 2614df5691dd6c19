import { returnsResponse, type ReturnView } from '@orderline/contract/returns.ts';
import { sendLabel } from './answer-offer.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import type { Talk } from './talk.ts';
import { tellOrder } from './tell-order.ts';
import { tellTrouble } from './tell-lookup.ts';
import type { ToolResult } from './tool-result.ts';

/** Where the returns of an order stand, and its refunds; or the label of one again. */
export function tellReturns(talk: Talk, result: ToolResult): ClerkReply {
  const parsed = returnsResponse.safeParse(result.output);
  if (!parsed.success) return tellTrouble(talk, result);
  const { order_number: orderNumber, say, returns } = parsed.data;
  const { note } = talk;
  const open = returns.findLast(isOpen) ?? returns.findLast(({ state }) => state === 'expired');
  if (note?.wish === 'label_again' && open !== undefined) return sendLabel(orderNumber, open.rma);
  // Returned before there were returns here: the status of the order tells.
  if (returns.length === 0 && isSettled(talk, orderNumber))
    return tellOrder(talk, orderNumber, { otherOrders: note?.otherOrders, wish: 'status' });
  const expired = returns.at(-1);
  if (expired?.state !== 'expired' || !say.trimEnd().endsWith('?')) return settle(talk, say);
  return {
    say,
    note: {
      otherOrders: note?.otherOrders,
      orderNumber,
      rma: expired.rma,
      offers: ['label_again'],
      asked: 'yes_no',
      about: 'offered',
    },
  };
}

const isOpen = ({ state }: ReturnView) => state === 'requested' || state === 'partially_received';

const isSettled = ({ results }: Talk, orderNumber: string) =>
  results.some(
    ({ name, args, output }) =>
      name === 'order_lookup' &&
      args['order_number'] === orderNumber &&
      ['returned', 'refunded', 'cancelled'].includes((output as { status?: string } | null)?.status ?? ''),
  );
