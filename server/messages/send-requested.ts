import type { MessageRequest, MessageResponse } from '@orderline/contract/message.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import type { Order } from '../orders/order.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { notifyCustomer } from './notify-customer.ts';
import { mayWriteTo, reachOf } from './reach-of.ts';
import { keepAnswer } from './record-consent.ts';
import { requestedNotice } from './requested-notice.ts';

export interface MessageAsked {
  readonly callId: string;
  readonly orderNumber: string;
  readonly request: MessageRequest;
}

/**
 * Sends what a caller asks for about a proved order to the contact on file and no other; each thing and channel once in a
 * call. Throws 404 `not_found`; 409 `not_confirmed` as `recordConsent` does; 422 `refused` with the words to say when there
 * is nothing to send, or nobody to send it to.
 */
export async function sendRequested(context: AppContext, asked: MessageAsked): Promise<MessageResponse> {
  const { callId, request } = asked;
  const { kind, channel } = request;
  const { order } = await verifiedOrder(context, asked);
  const profile = context.profile();
  const phrases = profile.message_phrases;
  if (request.recipient === 'other') {
    throw problem('refused', {
      detail: 'Messages go only to contacts on file',
      reason: 'other_contact',
      offers: ['escalation'],
      say: sayPhrase(profile, phrases.other_contact),
    });
  }
  const { notice, about } = await requestedNotice(context, order, kind);
  await (channel === 'sms' ? requireTexting(context, order, asked) : requireEmail(context, order));

  const told = await context.database.transaction().execute((transaction) =>
    notifyCustomer(context, transaction, {
      notice,
      order,
      callId,
      key: `${callId} ${about} ${kind} ${channel}`,
      via: channel === 'sms' ? 'text' : 'email',
    }),
  );
  if (told.texted) return { outcome: 'queued', say: sayPhrase(profile, phrases[`${kind}_texted`]) };
  if (told.emailed) return { outcome: 'queued', say: sayPhrase(profile, phrases[`${kind}_emailed`]) };
  // Stopped at this very moment.
  if (!told.isKept) throw nobodyToSendTo(context, channel === 'sms' ? 'texting_stopped' : 'no_email_on_file');
  const notSwitchedOn = channel === 'sms' ? phrases.texting_not_switched_on : phrases.email_not_switched_on;
  return { outcome: 'kept', say: sayPhrase(profile, notSwitchedOn) };
}

/** Texts are for those who agreed to them; a wish for this one, uttered in this call, is such an agreement. */
async function requireTexting(context: AppContext, order: Order, { callId, request }: MessageAsked): Promise<void> {
  const { phone } = order.contact;
  if (phone === undefined) throw nobodyToSendTo(context, 'no_phone_on_file');
  if (!(await mayWriteTo(context.database, { channel: 'sms', recipient: phone }))) {
    throw nobodyToSendTo(context, 'texting_stopped');
  }
  const { texting } = await reachOf(context, context.database, order);
  if (texting === 'allowed') return;
  const turnId = request.consent_turn_id;
  if (turnId !== undefined) return keepAnswer(context, { callId, phone, answered: { answer: 'yes', turn_id: turnId } });
  if (texting === 'never') throw nobodyToSendTo(context, 'texting_stopped');
  const profile = context.profile();
  throw problem('refused', {
    detail: 'The customer has not been asked whether they may be texted',
    reason: 'consent_unknown',
    say: sayPhrase(profile, profile.message_phrases.may_we_text),
  });
}

async function requireEmail(context: AppContext, order: Order): Promise<void> {
  if (!(await reachOf(context, context.database, order)).hasEmail) throw nobodyToSendTo(context, 'no_email_on_file');
}

function nobodyToSendTo(
  { profile }: AppContext,
  phrase: 'no_phone_on_file' | 'texting_stopped' | 'no_email_on_file',
): Error {
  return problem('refused', {
    detail: 'There is no contact on file for this channel',
    reason: 'no_contact',
    say: sayPhrase(profile(), profile().message_phrases[phrase]),
  });
}
