import { llm } from '@livekit/agents';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { verifiedOrder } from './parameters.ts';
import { withKnownOrders } from './with-known-orders.ts';

const toolOf = (name: string, parameters: z.ZodObject) =>
  llm.tool({ name, description: name, parameters, execute: () => Promise.resolve('done') });
const tools = new llm.ToolContext([
  toolOf('get_order', z.strictObject({ order_number: verifiedOrder })),
  toolOf('order_lookup', z.strictObject({ order_number: z.string() })),
]);

/** As a model reads it. */
const orderNumberOf = (shown: llm.ToolContext, tool: string): unknown => {
  const parameters = shown.getFunctionTool(tool)?.parameters as z.ZodObject;
  return z.toJSONSchema(parameters).properties?.['order_number'];
};

test('a tool of an order may name those that were verified, and no other', () => {
  const shown = withKnownOrders(tools, ['ORD-12345', 'ORD-10003']);
  expect(orderNumberOf(shown, 'get_order')).toMatchObject({ enum: ['ORD-12345', 'ORD-10003'] });
  expect(orderNumberOf(shown, 'order_lookup')).toEqual({ type: 'string' });
});

test('before an order was verified, a tool may name any: the server answers that it is not', () => {
  expect(orderNumberOf(withKnownOrders(tools, []), 'get_order')).not.toHaveProperty('enum');
});

test('what is shown leaves the tools that run as they were', () => {
  withKnownOrders(tools, ['ORD-12345']);
  expect(orderNumberOf(tools, 'get_order')).not.toHaveProperty('enum');
});
