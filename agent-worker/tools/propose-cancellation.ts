import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { lines, reason, reasonWords, verifiedOrder } from './parameters.ts';
import { proposingTool } from './proposing-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
  lines: lines.optional().describe('Only some items; without it, all that has not shipped'),
  reason: reason.optional(),
  reason_words: reasonWords,
});

/** Cancels what has not shipped, once the caller has confirmed it. */
export function proposeCancellation(call: CallState) {
  return proposingTool(call, {
    name: 'propose_cancellation',
    description: 'Propose to cancel an order or some of its items. The caller is then asked to confirm it',
    parameters,
    request: ({ lines, reason, reason_words }) => ({
      kind: 'cancellation',
      ...(lines === undefined ? {} : { lines }),
      ...(reason === undefined ? {} : { reason }),
      ...(reason_words === undefined ? {} : { reason_words }),
    }),
  });
}
