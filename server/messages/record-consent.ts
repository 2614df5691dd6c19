import type { ConsentRequest, ConsentResponse } from '@orderline/contract/message.ts';
import type { Turn } from '@orderline/contract/conversation.ts';
import type { AppContext } from '../app-context.ts';
import { findEvents } from '../calls/call-events-table.ts';
import { problem } from '../http/problem-response.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { insertConsent } from './consents-table.ts';
import { phoneKey } from './phone-key.ts';
import { reachOf } from './reach-of.ts';

export interface ConsentAnswered {
  readonly callId: string;
  readonly orderNumber: string;
  readonly answered: ConsentRequest;
}

/**
 * Keeps what a customer answered to whether the phone on a proved order may be texted, with the words of both as evidence.
 * It belongs to the number and outlives the call. Throws 404 `not_found`; 409 `not_confirmed` when `turn_id` is no stored
 * customer turn that answers the agent; 422 `refused` without a phone.
 */
export async function recordConsent(
  context: AppContext,
  { callId, orderNumber, answered }: ConsentAnswered,
): Promise<ConsentResponse> {
  const { order } = await verifiedOrder(context, { callId, orderNumber });
  const profile = context.profile();
  const phrases = profile.message_phrases;
  const { phone } = order.contact;
  if (phone === undefined) {
    const say = sayPhrase(profile, phrases.no_phone_on_file);
    throw problem('refused', { detail: 'There is no phone on file', reason: 'no_contact', say });
  }
  await keepAnswer(context, { callId, phone, answered });

  const { texting, hasEmail } = await reachOf(context, context.database, order);
  if (texting === 'allowed') return { texting, say: sayPhrase(profile, phrases.texting_allowed) };
  if (answered.answer === 'yes') return { texting: 'never', say: sayPhrase(profile, phrases.texting_stopped) };
  const declined = hasEmail ? phrases.texting_declined : phrases.texting_declined_no_email;
  return { texting: 'never', say: sayPhrase(profile, declined) };
}

/** Throws 409 `not_confirmed` as {@link recordConsent} does. */
export async function keepAnswer(
  { config, database, clock }: AppContext,
  { callId, phone, answered }: { callId: string; phone: string; answered: ConsentRequest },
): Promise<void> {
  const exchanged = exchangeOf(await findEvents(database, callId, ['turn']), answered.turn_id);
  if (exchanged === undefined) {
    throw problem('not_confirmed', {
      detail: "Name the stored turn in which the customer answered the agent's question",
    });
  }
  await insertConsent(database, {
    phone_key: phoneKey(config.tokenSecret, phone),
    answer: answered.answer,
    call_id: callId,
    turn_id: answered.turn_id,
    ...exchanged,
    at: clock(),
  });
}

/** What the agent had said, and what the customer answered in this turn. */
function exchangeOf(turns: readonly Turn[], turnId: string): { asked: string; answered: string } | undefined {
  const index = turns.findIndex(({ id }) => id === turnId);
  const answer = turns[index];
  const question = turns.slice(0, Math.max(index, 0)).findLast(({ role }) => role === 'agent');
  if (answer?.role !== 'customer' || question === undefined) return undefined;
  return { asked: question.text, answered: answer.text };
}
