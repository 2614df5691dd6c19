import { llm, type voice } from '@livekit/agents';
import type { HangUp } from '../call/hang-up.ts';

/** Ends the call once the goodbye has been heard; says it where the model has not. */
export function endCall(hangUp: HangUp) {
  return llm.tool({
    name: 'end_call',
    description: 'Hang up, in the same turn as the goodbye, when the caller needs nothing else',
    execute: async (_args, { ctx }) => {
      ctx.disallowInterruptions();
      await ctx.waitForPlayout();
      // Not awaited: the tool belongs to the speech after which the call ends.
      void hangUp.afterGoodbye('goodbye', { isSaid: saysGoodbye(ctx.speechHandle) });
    },
  });
}

function saysGoodbye({ chatItems }: voice.SpeechHandle): boolean {
  const last = chatItems.findLast((item) => item.type === 'message');
  return /\b(good)?bye\b|have a (great|good|nice|lovely)/i.test(last?.textContent ?? '');
}
