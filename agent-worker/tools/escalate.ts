import { escalationRequest } from '@orderline/contract/escalation.ts';
import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({
  order_number: verifiedOrder,
  matter: z.enum(escalationRequest.shape.matter.options),
  request: z.string().trim().min(1).max(1000).describe('What the caller asks for, in their words'),
});

/**
 * Logs what only a person may decide. A change that was refused last goes with it as it was proposed: what a person
 * approves is that, and not a model's account of it.
 */
export function escalate(call: CallState) {
  return recordedTool(call, {
    name: 'escalate',
    description: 'Ask the store’s people for an exception or for what you cannot do, after the caller agreed',
    parameters,
    ask: async ({ order_number, ...asked }, { signal }) => {
      const refused = call.refusedChange?.orderNumber === order_number ? call.refusedChange.request : undefined;
      const change = refused === undefined ? {} : { change: refused };
      const answer = await call.desk.escalate({ orderNumber: order_number, signal }, { ...asked, ...change });
      if (answer.outcome === 'ok' && answer.value.wait === 'hold') call.onHold();
      return answer;
    },
  });
}
