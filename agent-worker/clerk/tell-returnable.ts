import { returnableResponse } from '@orderline/contract/returns.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { matters } from './matters/matters.ts';
import { continueChange } from './plans.ts';
import type { Talk } from './talk.ts';
import { tellTrouble } from './tell-lookup.ts';
import type { ToolResult } from './tool-result.ts';

/** What may go back, looked up by another model that has failed since: the clerk goes on from there. */
export function answerReturnable(talk: Talk, result: ToolResult): ClerkReply {
  const { order_number: orderNumber } = result.args;
  const parsed = returnableResponse.safeParse(result.output);
  if (result.name !== 'returnable_items' || !parsed.success || typeof orderNumber !== 'string')
    return tellTrouble(talk, result);
  const { text } = talk.turn;
  const wanted = matters.find(({ isMeant }) => isMeant(text))?.kind;
  const kind = wanted === 'exchange' ? 'exchange' : 'return';
  return continueChange(talk, { orderNumber, draft: { kind, words: text }, text });
}
