/** One of the two ways a message goes, and where. */
export interface Addressed {
  readonly channel: 'sms' | 'email';
  readonly recipient: string;
}

/**
 * A contact in the one form by which it is sent to and compared: a number as E.164 (without a country's prefix it is
 * North American, as the store's orders are), an e-mail address in small letters. Undefined for what is neither.
 */
export function recipientOf({ channel, recipient }: Addressed): string | undefined {
  return channel === 'sms' ? phoneOf(recipient) : emailOf(recipient);
}

function phoneOf(text: string): string | undefined {
  if (!/^[\d\s().+/-]*$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '');
  if (text.trim().startsWith('+')) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined;
  const national = digits.replace(/^1(?=\d{10}$)/, '');
  return /^[2-9]\d{9}$/.test(national) ? `+1${national}` : undefined;
}

/** One address and nothing else: a comma or a line break would make it two recipients, or a header. */
function emailOf(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/.test(email)
    ? email
    : undefined;
}
