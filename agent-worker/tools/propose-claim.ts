import { claimProblem } from '@orderline/contract/proposal.ts';
import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { lines, reasonWords, verifiedOrder } from './parameters.ts';
import { proposingTool } from './proposing-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
  lines,
  problem: z.enum(claimProblem.options),
  wish: z.enum(['replacement', 'refund']).describe('What the caller prefers; ask'),
  reason_words: reasonWords,
});

/** Makes good what came damaged, defective, wrong or not at all, once the caller has confirmed it. */
export function proposeClaim(call: CallState) {
  return proposingTool(call, {
    name: 'propose_claim',
    description:
      'Propose a replacement or a refund for items that came damaged, defective, wrong or not at all. Nothing is sent back ' +
      'first. The caller is then asked to confirm it',
    parameters,
    request: ({ lines, problem, wish, reason_words }) => ({
      kind: 'claim',
      lines,
      problem,
      wish,
      ...(reason_words === undefined ? {} : { reason_words }),
    }),
  });
}
