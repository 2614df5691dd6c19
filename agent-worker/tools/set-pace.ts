import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { paceAfter, paceToolName, paceWishes } from '../call/pace.ts';
import { recordedTool } from './recorded-tool.ts';

/** How fast the agent speaks, from the next words on. */
export function setPace(call: CallState) {
  return recordedTool(call, {
    name: paceToolName,
    description: 'Speak slower, faster or normally from now on, when the caller asks for it. Then go on where you were',
    parameters: z.strictObject({ pace: z.enum(paceWishes) }),
    ask: ({ pace }) => {
      call.pace = paceAfter(call.pace, pace);
      return Promise.resolve({ outcome: 'ok', value: { pace } } as const);
    },
  });
}
