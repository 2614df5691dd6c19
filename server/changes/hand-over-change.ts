import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { contextOfOrder } from '../escalations/escalation-context.ts';
import { openEscalation } from '../escalations/open-escalation.ts';
import { keepFactor } from '../identity/kept-order.ts';
import { contactFactor } from '../identity/contact-factor.ts';
import { reachOf } from '../messages/reach-of.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { effectsInWords, toDoByHand, type WhyByHand } from './effects-in-words.ts';
import { findUnansweredChange, markHandedOver } from './pending-changes-table.ts';
import { openPrepared, type PreparedChange } from './prepare-change.ts';
import { lockChangesOf, updateProposal } from './proposals-table.ts';

export interface ChangeHandedOver {
  readonly changeId: string;
  readonly orderNumber: string;
  readonly why: WhyByHand;
}

/**
 * Gives a change that the store's own API did not take to its people, who do it by hand and then say that it is done: until
 * then nothing of it is kept, and the customer is told no more than that. False when it was settled before.
 */
export async function handOverChange(
  context: AppContext,
  transaction: Kysely<Database>,
  { changeId, orderNumber, why }: ChangeHandedOver,
): Promise<boolean> {
  await lockChangesOf(transaction, orderNumber);
  const sealed = await findUnansweredChange(transaction, changeId);
  if (sealed === undefined) return false;
  const prepared = openPrepared(sealed);
  const escalationId = randomUUID();
  await openEscalation(context, transaction, ticketOf(context, { escalationId, prepared, why }));
  await markHandedOver(transaction, changeId, escalationId);
  await updateProposal(transaction, changeId, {
    state: 'handed_over',
    outcome: { outcome: 'pending', say: await saysHandedOver(context, transaction, prepared) },
  });
  return true;
}

function ticketOf(
  context: AppContext,
  { escalationId, prepared, why }: { escalationId: string; prepared: PreparedChange; why: WhyByHand },
): Parameters<typeof openEscalation>[2] {
  const { order, origin, proposed, request, rma, storeChange } = prepared;
  const { callId } = origin;
  if (callId === undefined) throw new Error('A change has been asked for in a call');
  const factor = contactFactor(order.contact);
  if (factor === undefined) throw new Error('An order that was changed was proved by a contact');
  return {
    id: escalationId,
    call_id: callId,
    order_number: order.orderNumber,
    sealed_factor: keepFactor(context, { callId, orderNumber: order.orderNumber, factor }),
    matter: 'store_change',
    request: toDoByHand(effectsInWords(storeChange.effects, order, rma), why),
    change: request,
    context: contextOfOrder(order, proposed.consequences.lines, context.profile()),
    consequences: proposed.consequences,
    asked_at: context.clock(),
  };
}

async function saysHandedOver(
  context: AppContext,
  transaction: Kysely<Database>,
  { order }: PreparedChange,
): Promise<string> {
  const profile = context.profile();
  const { handed_over, told_by_text, told_by_email, told_by_nobody } = profile.store_change_phrases;
  const { texting, hasEmail } = await reachOf(context, transaction, order);
  const byText = texting === 'allowed' ? told_by_text : undefined;
  return sayPhrase(profile, handed_over, {
    told_later: sayPhrase(profile, byText ?? (hasEmail ? told_by_email : told_by_nobody)),
  });
}
