import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({
  text: z.string().trim().min(1).max(1000).describe('What they should know, in the words of the caller'),
  phone: z
    .string()
    .trim()
    .regex(/^\+?\d[\d ().-]{6,23}$/)
    .optional()
    .describe('As the caller gave it; leave it out when they want to be rung where they are calling from'),
  best_time: z.string().trim().min(1).max(200).optional().describe('When the caller may be rung, in their words'),
});

/** For who wants a person while the store's people are not in. */
export function takeMessage(call: CallState) {
  return recordedTool(call, {
    name: 'take_message',
    description:
      'Leave a message with the store’s people, who ring the caller back; ask for the number and the time first',
    parameters,
    ask: (message, { signal }) => call.server.takeMessage(message, signal),
  });
}
