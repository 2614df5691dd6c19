import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { condition, lines, reason, reasonWords, verifiedOrder } from './parameters.ts';
import { proposingTool } from './proposing-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
  lines,
  condition,
  reason,
  reason_words: reasonWords,
  instead_of: z.string().max(20).optional().describe('The RMA of an open exchange that this return takes the place of'),
});

/** Takes items back for a refund, once the caller has confirmed it. */
export function proposeReturn(call: CallState) {
  return proposingTool(call, {
    name: 'propose_return',
    description:
      'Propose to take items back for a refund, after the caller told which, why, and whether they are unused, unworn and in ' +
      'their original packaging. The caller is then asked to confirm it',
    parameters,
    request: ({ lines, condition, reason, reason_words, instead_of }) => ({
      kind: 'return',
      lines,
      reason,
      ...(condition === undefined ? {} : { condition }),
      ...(reason_words === undefined ? {} : { reason_words }),
      ...(instead_of === undefined ? {} : { instead_of }),
    }),
  });
}
