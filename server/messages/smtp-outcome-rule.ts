import type { SendOutcome } from './send-outcome-rule.ts';

/** How far a mail session had come when it failed; `content` once the message itself is on its way. */
export type SmtpStage = 'connect' | 'login' | 'envelope' | 'content';

export interface SmtpFailure {
  readonly stage: SmtpStage;
  /** What broke, where the server did not say anything: ECONNREFUSED, ETIMEDOUT … */
  readonly code?: string | undefined;
  /** The server's reply: "550 5.1.1 No such user". */
  readonly reply?: string | undefined;
  readonly isOfRecipient: boolean;
}

/** Replies to a recipient that say: no such mailbox (RFC 5321 4.2.3). */
const noMailboxCodes = [550, 551, 553, 521, 556];

/**
 * A message without a reply to its content may have been taken, and mail servers cannot be asked. A 4xx is for later; a
 * 5xx for good, but at the login, where it says nothing against the message. A 550 with an enhanced code (RFC 3463) of
 * policy, 5.7.x, is about us and not about the mailbox.
 */
export function smtpOutcome({ stage, code = 'no reply', reply, isOfRecipient }: SmtpFailure): SendOutcome {
  const [, status, enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?/.exec(reply ?? '') ?? [];
  if (status === undefined)
    return { outcome: stage === 'content' ? 'unsure' : 'not_sent', reason: `${code} at ${stage}` };
  const reason = `SMTP ${[status, enhanced].filter(Boolean).join(' ')} at ${isOfRecipient ? 'recipient' : stage}`;
  if (!status.startsWith('5') || stage === 'connect' || stage === 'login') return { outcome: 'not_sent', reason };
  const isGone =
    enhanced === undefined
      ? isOfRecipient && noMailboxCodes.includes(Number(status))
      : /^5\.(1\.[1-36]|1\.10|2\.1|4\.4)$/.test(enhanced);
  return { outcome: isGone ? 'no_such_recipient' : 'refused', reason };
}
