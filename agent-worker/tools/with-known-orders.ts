import { llm } from '@livekit/agents';
import * as z from 'zod';
import { verifiedOrder } from './parameters.ts';

/**
 * The tools as a model is shown them: those of an order name it by one of `orderNumbers`, and by any number before there is
 * one. The tools that run take any number, as the server knows better: so they stay the same while a model's turn goes on.
 */
export function withKnownOrders(tools: llm.ToolContext, orderNumbers: readonly string[]): llm.ToolContext {
  if (orderNumbers.length === 0) return tools;
  const known = z.enum(orderNumbers).describe('An order that was verified in this call');
  const narrowed = tools.tools.map((tool) => {
    if (!llm.isFunctionTool(tool)) return tool;
    const { parameters } = tool;
    if (!(parameters instanceof z.ZodObject) || parameters.shape['order_number'] !== verifiedOrder) return tool;
    return { ...tool, parameters: parameters.extend({ order_number: known }) };
  });
  return new llm.ToolContext(narrowed);
}
