import type { AcceptResponse } from '@orderline/contract/proposal.ts';
import { expect } from 'vitest';
import { change } from './answer-proposal.ts';
import { orderCall, type OrderCall } from './order-call.ts';
import type { TestServer } from './test-server.ts';

/** The demo catalogue's order with ten dollars off: two navy tees in M and one pair of joggers, delivered five days ago. */
export const discounted = 'ORD-10028';

export const oneTee = { kind: 'return', lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };
export const teeToL = {
  kind: 'exchange',
  lines: [{ line: 1, quantity: 1, variant: { size: 'L' } }],
  condition: 'as_new',
  reason: 'size',
};

/** A call that has proved an order. */
export async function verifiedCall(
  server: TestServer,
  order_number = discounted,
  email = 'customer@email.com',
): Promise<OrderCall> {
  const call = await orderCall(server);
  expect((await call.lookUp({ order_number, verification: { email } })).statusCode).toBe(200);
  return call;
}

/** Proposes and confirms a return or an exchange; gives its RMA. */
export async function openReturn(call: OrderCall, request: object = oneTee, orderNumber = discounted): Promise<string> {
  const done = await change(call, orderNumber, request);
  expect(done.statusCode, done.body).toBe(200);
  const { rma } = done.json<AcceptResponse>();
  if (rma === undefined) throw new Error('A return has an RMA');
  return rma;
}
