import type { MessageRequest } from '@orderline/contract/message.ts';
import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { verifiedOrder } from './parameters.ts';
import { recordedTool } from './recorded-tool.ts';
import { textingConsent } from './texting-consent.ts';

interface SendingPlan {
  name: string;
  description: string;
  kind: MessageRequest['kind'];
  /** Which channel a model takes where the caller names none. */
  channel: string;
}

/** A tool that sends something of an order to a contact on it; the caller cannot name another. */
export function sendingTool(call: CallState, { name, description, kind, channel: usual }: SendingPlan) {
  return recordedTool(call, {
    name,
    description,
    parameters: z.strictObject({ order_number: verifiedOrder, channel: z.enum(['sms', 'email']).describe(usual) }),
    ask: async ({ order_number, channel }, { signal, runId }) => {
      const consent = await textingConsent(call, channel);
      return call.server.sendMessage(
        { orderNumber: order_number, kind, channel, ...consent, idempotencyKey: runId },
        signal,
      );
    },
  });
}
