import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { condition, reason, reasonWords, units, verifiedOrder } from './parameters.ts';
import { proposingTool } from './proposing-tool.ts';

const variant = z
  .record(z.string().max(40), z.string().trim().max(80))
  .describe('What it is exchanged for, only the axes that change, as exchange_options names them: {"size": "L"}');

const parameters = z.strictObject({
  order_number: verifiedOrder,
  lines: z.array(units.extend({ variant })).min(1).max(100),
  condition,
  reason,
  reason_words: reasonWords,
});

/** Exchanges items for another size or colour, once the caller has confirmed it. */
export function proposeExchange(call: CallState) {
  return proposingTool(call, {
    name: 'propose_exchange',
    description:
      'Propose to exchange items for another size or colour of the same. The caller is then asked to confirm it',
    parameters,
    request: ({ lines, condition, reason, reason_words }) => ({
      kind: 'exchange',
      lines,
      reason,
      ...(condition === undefined ? {} : { condition }),
      ...(reason_words === undefined ? {} : { reason_words }),
    }),
  });
}
