import { type ParticipantInfo, ParticipantInfo_Kind } from '@livekit/protocol';

/** Who rang whom; a number is undefined where the network does not tell it, or withholds it. */
export interface PhoneCaller {
  /** In the room; it says nothing about the caller. */
  readonly identity: string;
  readonly callerNumber: string | undefined;
  readonly dialledNumber: string | undefined;
}

/** Under which attributes livekit-sip shows the headers that name both sides: its own would be part of the identity. */
export const headerAttributes = { From: 'orderline.from', To: 'orderline.to' };

/** The telephone caller among a room's participants, once it is there as a whole. */
export function phoneCallerIn(participants: readonly ParticipantInfo[]): PhoneCaller | undefined {
  const caller = participants.find(
    ({ kind, attributes }) => kind === ParticipantInfo_Kind.SIP && headerAttributes.From in attributes,
  );
  if (caller === undefined) return undefined;
  const { identity, attributes } = caller;
  return {
    identity,
    callerNumber: numberIn(attributes[headerAttributes.From]),
    dialledNumber: numberIn(attributes[headerAttributes.To]),
  };
}

/** The number in a SIP header: `"Ann" <sip:+12125550199@10.0.0.1>;tag=1` (RFC 3261, 20.20) or `<tel:…>` (RFC 3966). */
export function numberIn(header: string | undefined): string | undefined {
  const [, user = ''] = /(?:sips?:(?=[^>]*@)|tel:)([^@;>]+)/i.exec(header ?? '') ?? [];
  const number = user.replaceAll(/%2B/gi, '+').replaceAll(/[-.() ]|%20/g, '');
  return /^\+?\d{3,15}$/.test(number) ? number : undefined;
}
