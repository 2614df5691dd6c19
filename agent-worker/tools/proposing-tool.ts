import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import type * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { recordedTool } from './recorded-tool.ts';

interface ProposingPlan<Schema extends z.ZodObject> {
  name: string;
  description: string;
  parameters: Schema;
  request: (args: z.output<Schema>) => ProposalRequest;
}

/**
 * A tool that proposes a change. It changes nothing: the worker reads the proposal back itself, and the caller's answer to
 * that is what accepts it (DESIGN §6, confirmation). There is no tool that does.
 */
export function proposingTool<Schema extends z.ZodObject<{ order_number: z.ZodString }>>(
  call: CallState,
  { request, ...plan }: ProposingPlan<Schema>,
) {
  return recordedTool(call, {
    ...plan,
    ask: async (args, { signal }) => {
      const orderNumber = args.order_number;
      const asked = request(args);
      const answer = await call.proposing.run(() => call.desk.propose({ orderNumber, signal }, asked));
      if (answer.outcome === 'refused') {
        call.refusedChange = { orderNumber, request: asked };
        return answer;
      }
      call.refusedChange = undefined;
      call.confirmation.propose(answer.value);
      const { kind, order_number, consequences, say } = answer.value;
      return {
        outcome: 'ok',
        value: { outcome: 'read_back', kind, order_number, consequences, read_back: say, then: afterReadBack },
      };
    },
  });
}

const afterReadBack = 'Nothing has changed yet. The caller is being asked to confirm it, and you will see the outcome.';
