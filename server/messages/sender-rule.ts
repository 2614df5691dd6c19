import type { Addressed } from './recipient-rule.ts';

interface Senders {
  readonly sms: unknown;
  readonly email: unknown;
  readonly onlyTo: readonly string[] | undefined;
}

/** Why a message stays in the outbox; undefined when it is to be sent. `recipient` as `recipientOf` has it. */
export function keptReason(senders: Senders, { channel, recipient }: Addressed): string | undefined {
  if (senders[channel] === undefined) return `no sender for ${channel === 'sms' ? 'texts' : 'e-mails'}`;
  if (senders.onlyTo?.includes(recipient) === false) return 'the recipient is none of SEND_ONLY_TO';
  return undefined;
}
