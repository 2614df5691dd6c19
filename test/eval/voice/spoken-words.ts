import { say } from '../../../agent-worker/saying/say.ts';
import { sayEmail } from '../../../agent-worker/saying/say-email.ts';
import { speechOf } from '../../../agent-worker/saying/speech-text.ts';

/** How a voice is told to name a letter, where it would make a word of it. */
const letterNames: Readonly<Record<string, string>> = {
  a: 'ay', c: 'see', j: 'jay', o: 'oh', w: 'double you',
}; // prettier-ignore
const context = { today: '2026-03-05', timeZone: 'America/New_York' };
const phoneNumber = /\b\d{10}\b/g;
const emailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

const digits = (text: string) => say('code', text, context).replaceAll('-', ' ');
const letters = (text: string) =>
  Array.from(text.toLowerCase(), (sign) => (/\d/.test(sign) ? digits(sign) : (letterNames[sign] ?? sign))).join(' ');

/** What a caller reads out: "ORD-12345" → "oh are dee one two three four five", "customer at email dot com". */
export function spokenWords(written: string): string {
  const named = written
    .replace(/\bORD-(\d+)/g, (_number, five: string) => `oh are dee ${digits(five)}`)
    .replace(/#W(\d+)/g, (_number, seven: string) => `${letters('w')} ${digits(seven)}`)
    .replace(emailAddress, sayEmail)
    .replace(phoneNumber, digits);
  return speechOf(named, context);
}

/** "jo_smith@mail.com" → "jay oh underscore s m eye t h at mail dot com": the domain is a word to everybody. */
export function spelledEmail(address: string): string {
  const [mailbox = '', domain = ''] = address.split('@');
  const spelled = mailbox
    .split(/([._+-])/)
    .map((part) => (/^[._+-]$/.test(part) ? sayEmail(part) : letters(part)))
    .join(' ');
  return `${spelled} at ${sayEmail(domain)}`;
}
