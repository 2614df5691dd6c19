import { writtenPhone } from '@orderline/contract/written-phone.ts';
import { abilities } from './abilities.ts';
import type { Note } from './note.ts';
import { numberHint } from './questions.ts';
import type { Talk } from './talk.ts';

/** What would help, to a caller whose answer was not understood: by the question that is open. */
export function hintFor(talk: Talk, { about, email, phone, draft, misses }: Note): string {
  switch (about) {
    case 'order_number':
    case 'which_order_number':
      return `I'm listening for your order number. ${numberHint(talk)}`;
    case 'both':
      return "I'm listening for your order number, or the email address on the order.";
    case 'email':
    case 'which_email':
      if (misses !== undefined) return talk.profile.phrases.email_another_way;
      return "I'm listening for the email address on the order. You can spell it letter by letter.";
    case 'confirm_email':
      return `Is the email address ${email ?? 'right'}? Please say yes or no.`;
    case 'confirm_phone':
      return `Is the phone number ${writtenPhone(phone ?? 'right')}? Please say yes or no.`;
    case 'tracking_link':
      return 'Shall I text you the tracking link? Please say yes or no.';
    case 'delivery_issue':
      return 'Was there an issue with the delivery? Please say yes or no.';
    case 'what_happened':
      return 'Did it never arrive, was something damaged or missing, or would you like to return something?';
    case 'try_again':
      return 'Shall I try again?';
    case 'why_cancelled':
      return 'Would you like to know why it was cancelled, or would you like to place a new order?';
    case 'new_order':
      return 'Would you like help placing a new order? Please say yes or no.';
    case 'items':
      return 'Which item is it? You can say its name, or "all of it".';
    case 'quantity':
      return 'How many is it? A number is enough.';
    case 'reason':
      return 'A word or two about why is enough, or say that you would rather not tell.';
    case 'condition':
      return 'Is it unused, unworn, and in its original packaging? Please say yes or no.';
    case 'variant':
      return 'Which size or color would you like? You can also return it for a refund.';
    case 'settle_by':
      return 'Would you prefer a replacement or a refund?';
    case 'address':
      return draft?.address?.street === undefined
        ? "I'm listening for the address: the street, the city, the state and the zip code."
        : "I'm listening for the rest of the address: the city, the state and the zip code.";
    case 'same_address':
      return 'Shall we send it to the same address again? Please say yes or no.';
    case 'exception':
      return 'Shall I ask our team? Please say yes or no.';
    case 'which_parcel':
      return 'Which parcel is it? You can tell me the carrier, or what is in it.';
    case 'holding':
      return "They're still looking at it. Can you hold on? Please say yes or no.";
    case 'leave_message':
      return 'Shall our team call you back? Please say yes or no.';
    case 'message_text':
      return "I'm listening for your message to our team.";
    case 'message_number':
      return 'What number can our team reach you at?';
    case 'message_time':
      return 'When is a good time for our team to call you?';
    case 'offered':
      return 'Would you like that? Please say yes or no.';
    case 'matter':
    case 'instead':
    case 'anything_else':
      return abilities;
  }
}
