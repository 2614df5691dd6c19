import type { ClerkReply } from './clerk-reply.ts';
import { continueOrAsk, settle } from './continue-after.ts';
import { toldPace } from './matters/pace.ts';
import { knownOf } from './questions.ts';
import { tellMessage } from './take-message.ts';
import type { Talk } from './talk.ts';
import { tellChangeFailure, tellDone, tellOrderFacts, tellProposal } from './tell-change.ts';
import { tellLookup, tellTrouble } from './tell-lookup.ts';
import { tellPassage } from './tell-passage.ts';
import { tellReturns } from './tell-returns.ts';
import { isFailure, textIn, type ToolResult } from './tool-result.ts';

/** What comes after a tool's answer, by the tool that was asked. */
export function tellResult(talk: Talk, result: ToolResult): ClerkReply {
  if (result.state === 'running')
    return { say: "I'm still looking that up. One moment, please.", note: stillOpen(talk) };
  switch (result.name) {
    case 'order_lookup':
      return tellLookup(talk, result);
    case 'get_order':
    case 'returnable_items':
    case 'exchange_options':
      return isFailure(result) ? tellChangeFailure(talk, result) : tellOrderFacts(talk, result);
    case 'return_status':
      return isFailure(result) ? tellTrouble(talk, result) : tellReturns(talk, result);
    case 'send_return_label':
    case 'read_shipping_address':
    case 'open_investigation':
    case 'escalate':
      return tellDone(talk, result);
    case 'take_message':
      return tellMessage(talk, result);
    case 'search_knowledge':
      return isFailure(result) ? tellTrouble(talk, result) : tellPassage(talk, result);
    case 'send_tracking_link':
    case 'send_receipt':
      return tellSent(talk, result);
    case 'set_pace':
      return continueOrAsk(talk, toldPace(result.args['pace']));
    case 'end_call':
      return { say: '', note: stillOpen(talk) };
    default:
      return tellProposal(talk, result);
  }
}

/** The server knows what was sent, or why not, and says so; it may offer an e-mail where there is no phone. */
function tellSent(talk: Talk, result: ToolResult): ClerkReply {
  const say = textIn(result.output, 'say');
  if (say === undefined) return tellTrouble(talk, result);
  if (!isFailure(result) || !say.endsWith('?')) return settle(talk, say);
  const known = knownOf(talk.note);
  if (result.name === 'send_receipt') return { say, note: { ...known, asked: 'matter', about: 'anything_else' } };
  return { say, note: { ...known, asked: 'yes_no', about: 'tracking_link', candidates: ['email'] } };
}

const stillOpen = ({ note }: Talk) => note ?? ({ asked: 'matter', about: 'matter' } as const);
