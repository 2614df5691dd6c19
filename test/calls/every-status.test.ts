import { afterAll, beforeAll, inject, test } from 'vitest';
import { demoOrders, type OrderRows } from '../../server/orders/demo-orders.ts';
import { RoomCaller } from '../support/room-caller.ts';

const { serverUrl } = inject('stack');
const catalogue = demoOrders(new Date().toISOString().slice(0, 10), 'America/New_York');

let caller: RoomCaller;
beforeAll(async () => {
  caller = await RoomCaller.call(serverUrl);
  await caller.transcript.agentSays('Thanks for calling');
});
afterAll(() => caller.hangUp());

/** The specification's words for the four states it names, and the store's own for the others. */
test.each([
  ['processing', 'Your order is currently being prepared.'],
  ['on_hold', 'Your order is currently on hold'],
  ['back_ordered', "Your order is waiting for an item that's on back order"],
  ['partially_shipped', 'Good news — part of your order has shipped.'],
  ['shipped', 'Good news — your order shipped on'],
  ['out_for_delivery', 'Good news — your order is out for delivery'],
  ['delivered', 'your order was delivered on'],
  ['returned_to_sender', "it's on its way back to us"],
  ['cancelled', 'It looks like that order was cancelled on'],
  ['returned', "We've received your return of that order."],
  ['refunded', 'That order has been refunded.'],
] as const)('tells that an order is %s', async (status, words) => {
  const { order_number, email } = orderThatIs(status);
  await caller.type(`Please look up order ${order_number}, my email is ${email}`);
  await caller.transcript.agentSays(words);
});

function orderThatIs(status: OrderRows['order']['status']): OrderRows['order'] {
  const found = catalogue.find(({ order }) => order.status === status);
  if (!found) throw new Error(`The demo catalogue has no order that is ${status}`);
  return found.order;
}
