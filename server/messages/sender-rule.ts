import type { Addressed } from './recipient-rule.ts';

interface Senders {
  readonly sms: unknown;
  readonly email: unknown;
  readonly onlyTo: readonly string[] | undefined;
}

/** Whether messages of this channel leave this server, as long as their recipient may be written to. */
export const hasSender = (senders: Senders, channel: Addressed['channel']): boolean => senders[channel] !== undefined;

/** Why a message stays in the outbox; undefined when it is to be sent. `recipient` as `recipientOf` has it. */
export function keptReason(senders: Senders, { channel, recipient }: Addressed): string | undefined {
  if (!hasSender(senders, channel)) return `no sender for ${channel === 'sms' ? 'texts' : 'e-mails'}`;
  if (senders.onlyTo?.includes(recipient) === false) return 'the recipient is none of SEND_ONLY_TO';
  return undefined;
}
