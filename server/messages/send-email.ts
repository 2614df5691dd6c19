import MailComposer from 'nodemailer/lib/mail-composer';
import type { Attachment } from './attachment.ts';
import type { MailSettings } from './messaging-config.ts';
import type { SendOutcome } from './send-outcome-rule.ts';
import { smtpOutcome } from './smtp-outcome-rule.ts';
import { sendBySmtp, SmtpError, type SessionLimits } from './smtp-session.ts';

export interface Email {
  /** Of the message in the outbox: the same mail has the same Message-ID, however often it is tried. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly attachments: readonly Attachment[];
}

/** Hands an e-mail to the mail server, once. */
export async function sendEmail(settings: MailSettings, email: Email, limits: SessionLimits): Promise<SendOutcome> {
  const messageId = `<${email.id}@${domainOf(settings.from)}>`;
  const composed = new MailComposer({
    from: settings.from,
    to: { name: '', address: email.to },
    subject: email.subject,
    text: email.text,
    html: email.html,
    messageId,
    attachments: email.attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
    // RFC 3834: answering machines keep silent.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const content = await composed.build();
  try {
    await sendBySmtp(settings, { envelope: { ...composed.getEnvelope(), size: content.length }, content }, limits);
    return { outcome: 'sent', providerId: messageId };
  } catch (error) {
    if (error instanceof SmtpError) return smtpOutcome(error);
    throw error;
  }
}

const domainOf = (from: string) => /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
