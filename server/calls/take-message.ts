import type { CallMessage, CallMessageResponse } from '@orderline/contract/call-message.ts';
import { writtenPhone } from '@orderline/contract/written-phone.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { findCall } from './calls-table.ts';
import { leaveMessage } from './leave-message.ts';
import { countVisitorMessages } from './visitor-messages-table.ts';

/** The store's people get an e-mail of each. */
const mostPerCall = 3;

/**
 * Takes a caller's message: who asks for a person outside of the opening hours leaves a number and a time (DESIGN §7,
 * "Escalation"). Throws 422 `refused` where there is no number to ring back, and for a call that has left enough of them.
 */
export async function takeMessage(
  context: AppContext,
  { callId, message: { text, phone, best_time } }: { callId: string; message: CallMessage },
): Promise<CallMessageResponse> {
  const profile = context.profile();
  const { message_taken, message_number_unknown, message_already_left } = profile.escalation_phrases;
  const contact = phone ?? (await findCall(context.database, callId))?.caller_number;
  if (contact == null) throw problem('refused', { say: sayPhrase(profile, message_number_unknown) });
  return context.database.transaction().execute(async (transaction) => {
    if ((await countVisitorMessages(transaction, callId)) >= mostPerCall) {
      throw problem('refused', { say: sayPhrase(profile, message_already_left) });
    }
    await leaveMessage(context, transaction, { callId, text, contact, bestTime: best_time });
    return { say: sayPhrase(profile, message_taken, { phone: writtenPhone(contact) }) };
  });
}
