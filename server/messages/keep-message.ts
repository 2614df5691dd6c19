import type { MessageRequest, MessageResponse } from '@orderline/contract/message.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { verifiedOrder, type VerifiedInCall } from '../identity/verified-order.ts';
import type { Order } from '../orders/order.ts';
import { trackingLink } from '../orders/tracking-link.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { isRequestOfKey } from './message-request-keys-table.ts';
import { insertMessage } from './messages-table.ts';

export interface MessageAsked {
  readonly callId: string;
  readonly orderNumber: string;
  readonly request: MessageRequest;
  readonly idempotencyKey: string | undefined;
}

/**
 * Puts a message about a proved order into the outbox, for the contact on file and no other. There is no sender yet, so
 * its outcome is `kept`, and what is said does not promise more. Throws 404 `not_found`; 422 `refused` with a `say` when
 * there is nothing to track or no such contact; 422 `idempotency_key_reused`.
 */
export async function keepMessage(context: AppContext, asked: MessageAsked): Promise<MessageResponse> {
  const { callId, request } = asked;
  const profile = context.profile();
  const phrases = profile.message_phrases;
  const verified = await verifiedOrder(context, asked);
  const { order } = verified;

  const trackingUrl = linkOf(order, profile.tracking_page);
  const facts = { order_number: order.orderNumber, tracking_url: trackingUrl };
  if (trackingUrl === undefined) {
    throw problem('refused', {
      detail: 'No parcel of it can be tracked',
      say: sayPhrase(profile, phrases.nothing_to_track, facts),
    });
  }
  const recipient = contactOnFile(verified, request.channel);
  if (recipient === undefined) {
    const refusal = request.channel === 'sms' ? phrases.no_phone_on_file : phrases.no_email_on_file;
    throw problem('refused', { detail: 'There is no such contact on file', say: sayPhrase(profile, refusal) });
  }

  await context.database.transaction().execute(async (transaction) => {
    await refuseReusedKey(transaction, asked, order.orderNumber);
    await insertMessage(transaction, {
      dedupe_key: `${callId} ${order.orderNumber} ${request.kind} ${request.channel}`,
      call_id: callId,
      order_number: order.orderNumber,
      kind: request.kind,
      channel: request.channel,
      recipient,
      subject: null,
      text: sayPhrase(profile, phrases.tracking_link, facts),
      html: null,
      attachments: [],
      state: 'kept',
      last_error: null,
      asked_at: context.clock(),
    });
  });
  const said = request.channel === 'sms' ? phrases.texting_not_switched_on : phrases.email_not_switched_on;
  return { outcome: 'kept', say: sayPhrase(profile, said, facts) };
}

async function refuseReusedKey(
  database: AppContext['database'],
  { callId, request, idempotencyKey }: MessageAsked,
  orderNumber: string,
): Promise<void> {
  if (idempotencyKey === undefined) return;
  const line = `${orderNumber} ${request.kind} ${request.channel}`;
  if (await isRequestOfKey(database, { call_id: callId, key: idempotencyKey, request: line })) return;
  throw problem('idempotency_key_reused', { detail: 'Use a new Idempotency-Key for another message' });
}

/** The parcel still on its way, else the last one. */
function linkOf({ parcels }: Order, trackingPage: string): string | undefined {
  const trackable = parcels.filter(({ trackingNumber }) => trackingNumber !== undefined);
  const parcel = trackable.find(({ status }) => status !== 'delivered') ?? trackable.at(-1);
  return parcel === undefined ? undefined : trackingLink(parcel, trackingPage);
}

/** What proved the order is on file, also where the store does not say so. */
function contactOnFile({ order, factor }: VerifiedInCall, channel: MessageRequest['channel']): string | undefined {
  if (channel === 'sms') return order.contact.phone ?? ('phone' in factor ? factor.phone : undefined);
  return order.contact.email ?? ('email' in factor ? factor.email : undefined);
}
