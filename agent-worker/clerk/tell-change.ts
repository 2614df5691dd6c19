import { escalationResponse } from '@orderline/contract/escalation.ts';
import { answerReturnable } from './tell-returnable.ts';
import { openDraft } from './answer-change.ts';
import { askPerson } from './ask-person.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import { type Draft, draftOf } from './draft.ts';
import { continueChange } from './plans.ts';
import { offerMessage } from './take-message.ts';
import type { Talk } from './talk.ts';
import { tellFacts } from './tell-facts.ts';
import { tellTrouble } from './tell-lookup.ts';
import { refusalIn, tellRefusal } from './tell-refusal.ts';
import { isFailure, textIn, type ToolResult } from './tool-result.ts';

/** The facts of an order: for the change that is being put together, or for what was asked. */
export function tellOrderFacts(talk: Talk, result: ToolResult): ClerkReply {
  const open = openDraft(talk);
  if (open !== undefined) return continueChange(talk, { ...open, text: wordsOf(talk, open.draft) });
  return result.name === 'get_order' ? tellFacts(talk, result) : answerReturnable(talk, result);
}

/** What began the change, and what was said since. */
function wordsOf({ turn, note }: Talk, { words }: Draft): string {
  const isNew = words !== undefined && words !== turn.text && note?.about !== 'variant';
  return isNew ? words : turn.text;
}

export function tellChangeFailure(talk: Talk, result: ToolResult): ClerkReply {
  const open = openDraft(talk);
  const refusal = isRefusal(result) ? refusalIn(result.output) : undefined;
  return open === undefined || refusal === undefined
    ? tellTrouble(talk, result)
    : tellRefusal({ talk, ...open }, refusal);
}

/** A proposal that was made is read back by the worker; one that was refused is told, or goes to a person as agreed. */
export function tellProposal(talk: Talk, result: ToolResult): ClerkReply {
  const open = openDraft(talk) ?? proposedIn(talk, result);
  if (open === undefined) return tellTrouble(talk, result);
  if (!isFailure(result)) return settle(talk, '');
  const refusal = isRefusal(result) ? refusalIn(result.output) : undefined;
  if (refusal === undefined) return tellTrouble(talk, result);
  const { exception } = open.draft;
  const isForPerson = exception?.isAgreed === true && refusal.reason !== 'condition_unknown';
  return isForPerson ? askPerson({ talk, ...open }, exception.matter) : tellRefusal({ talk, ...open }, refusal);
}

function proposedIn({ verified }: Talk, result: ToolResult) {
  const draft = draftOf(result);
  const orderNumber = result.args['order_number'];
  return draft !== undefined && typeof orderNumber === 'string' && verified.includes(orderNumber)
    ? { orderNumber, draft }
    : undefined;
}

const isRefusal = ({ output }: ToolResult) => ['refused', 'order_moved'].includes(textIn(output, 'error') ?? '');

/** What a tool says that it has done, or why not; with what the caller may do then. */
export function tellDone(talk: Talk, result: ToolResult): ClerkReply {
  const say = textIn(result.output, 'say');
  if (say === undefined) return tellTrouble(talk, result);
  if (isFailure(result)) return tellNotDone(talk, result);
  const logged = escalationResponse.safeParse(result.output);
  if (!logged.success) return settle(talk, say);
  if (logged.data.wait === 'message') return offerMessage(talk, say, { text: requestIn(result) });
  const { note } = talk;
  return { say, note: { otherOrders: note?.otherOrders, asked: 'yes_no', about: 'holding' } };
}

/** What the people were asked, for who calls back. */
const requestIn = ({ args }: ToolResult) => `${String(args['order_number'])}: ${String(args['request'])}`;

function tellNotDone(talk: Talk, result: ToolResult): ClerkReply {
  const refusal = isRefusal(result) ? refusalIn(result.output) : undefined;
  const orderNumber = result.args['order_number'];
  if (refusal === undefined || typeof orderNumber !== 'string' || !talk.verified.includes(orderNumber))
    return tellTrouble(talk, result);
  const { otherOrders } = talk.note ?? {};
  if (refusal.reason === 'several_parcels')
    return { say: refusal.say, note: { otherOrders, orderNumber, asked: 'items', about: 'which_parcel' } };
  const [offer] = refusal.offers ?? [];
  if (result.name === 'open_investigation' && offer === 'reship')
    return {
      say: refusal.say,
      note: { otherOrders, orderNumber, asked: 'yes_no', about: 'offered', offers: ['reship'] },
    };
  const draft = openDraft(talk)?.draft ?? { kind: 'return' as const, words: '' };
  const rma = typeof result.args['rma'] === 'string' ? result.args['rma'] : undefined;
  return tellRefusal({ talk, orderNumber, draft }, { ...refusal, rma: refusal.rma ?? rma });
}
