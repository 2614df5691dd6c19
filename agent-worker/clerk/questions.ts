import { writtenPhone } from '@orderline/contract/written-phone.ts';
import { exampleNumber, lastSentence, sentences } from './sentences.ts';
import type { ClerkReply } from './clerk-reply.ts';
import type { Note } from './note.ts';
import type { Talk } from './talk.ts';

/** What is known so far, without the question it was noted with. */
export type Known = Omit<Note, 'asked' | 'about' | 'misses' | 'candidates' | 'part' | 'offers' | 'rma' | 'matter'>;

export function knownOf(note: Note | undefined): Known {
  const { wish, orderNumber, email, wrongEmails, factorTries, phone, otherOrders, draft } = note ?? {};
  return { wish, orderNumber, email, wrongEmails, factorTries, phone, otherOrders, draft };
}

/** Orders that were named as well are still to be told. */
const forLater = ({ otherOrders }: Known): Known => ({ otherOrders });

/** Asks, or asks again: then only the question, after what is said before it. */
export function askOrderNumber({ profile }: Talk, known: Known, before?: string): ClerkReply {
  const { ask_order_number } = profile.phrases;
  return {
    say: before === undefined ? ask_order_number : sentences(before, lastSentence(ask_order_number)),
    note: { ...known, asked: 'order_number', about: 'order_number' },
  };
}

export function askEmail({ profile }: Talk, known: Known, before?: string): ClerkReply {
  return { say: sentences(before, profile.phrases.ask_email), note: { ...known, asked: 'email', about: 'email' } };
}

/** Reads back an address that was heard, letter by letter: a voice is easily misheard (DESIGN §7). */
export function confirmEmail(known: Known & { email: string }): ClerkReply {
  return {
    say: `That's ${known.email}, spelled ${spelled(known.email)}. Is that right?`,
    note: { ...known, asked: 'yes_no', about: 'confirm_email' },
  };
}

/** Reads back a phone number that was heard: what is wrong costs one of few attempts. */
export function confirmPhone(known: Known & { phone: string }): ClerkReply {
  return {
    say: `That's ${writtenPhone(known.phone)}. Is that right?`,
    note: { ...known, asked: 'yes_no', about: 'confirm_phone' },
  };
}

export function askAnythingElse({ profile }: Talk, known: Known = {}, before?: string): ClerkReply {
  return {
    say: sentences(before, profile.phrases.anything_else),
    note: { ...forLater(known), asked: 'matter', about: 'anything_else' },
  };
}

export function askMatter(say: string): ClerkReply {
  return { say, note: { asked: 'matter', about: 'matter' } };
}

/** What an order number looks like, for a caller who is not understood. */
export function numberHint({ profile }: Talk): string {
  return `It looks like ${exampleNumber(profile.order_number_formats)}.`;
}

/** "john.doe@…" → "j-o-h-n dot d-o-e": what is before the at sign. */
function spelled(email: string): string {
  const signs: Record<string, string> = { '.': ' dot ', _: ' underscore ', '-': ' dash ', '+': ' plus ' };
  return (email.split('@')[0] ?? '')
    .split(/([._+-])/)
    .map((part) => signs[part] ?? Array.from(part).join('-'))
    .join('');
}
