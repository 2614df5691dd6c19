import { hearYesNo } from '../hearing/hear-yes-no.ts';
import { hearEmail } from '../hearing/hear-email.ts';
import { correct } from './after-confirmation.ts';
import {
  answerAddress,
  answerCondition,
  answerItems,
  answerReason,
  answerSameAddress,
  answerSettlement,
  answerVariant,
  isInterjection,
  openDraft,
} from './answer-change.ts';
import { answerException, answerHolding, answerOffer, answerWhichParcel } from './answer-offer.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import { plainly } from './plainly.ts';
import { hintFor } from './hints.ts';
import { leaning } from './leaning.ts';
import { sayGoodbye } from './matters/goodbye.ts';
import { wants } from './matters/matters.ts';
import { newOrderAt } from './matters/start-over.ts';
import { askEmailAgain, askPhoneAgain, hasFactor, heardFactors, lookUp, verify, withEmail } from './matters/verify.ts';
import type { QuestionName } from './note.ts';
import { askEmail, askMatter, type Known, knownOf, numberHint } from './questions.ts';
import { sentences } from './sentences.ts';
import { answerLeaveMessage, answerMessageNumber, answerMessageText, answerMessageTime } from './take-message.ts';
import type { Talk } from './talk.ts';
import { sendTrackingLink, tellOrder } from './tell-order.ts';

/** Takes the customer's turn as the answer to a question; undefined when it is none. */
type Answer = (talk: Talk) => ClerkReply | undefined;

const answers: Record<QuestionName, Answer> = {
  matter: () => undefined,
  order_number: answerOrderNumber,
  which_order_number: (talk) => answerChoice(talk, 'orderNumber'),
  email: answerEmail,
  which_email: (talk) => answerChoice(talk, 'email'),
  confirm_email: answerConfirmEmail,
  confirm_phone: answerConfirmPhone,
  both: answerBoth,
  try_again: answerTryAgain,
  tracking_link: answerTrackingLink,
  delivery_issue: answerDeliveryIssue,
  what_happened: answerWhatHappened,
  why_cancelled: answerWhyCancelled,
  new_order: answerNewOrder,
  anything_else: answerAnythingElse,
  items: answerItems,
  quantity: answerItems,
  reason: answerReason,
  condition: answerCondition,
  variant: answerVariant,
  settle_by: answerSettlement,
  address: answerAddress,
  same_address: answerSameAddress,
  offered: answerOffer,
  exception: answerException,
  which_parcel: answerWhichParcel,
  holding: answerHolding,
  instead: answerInstead,
  leave_message: answerLeaveMessage,
  message_text: answerMessageText,
  message_number: answerMessageNumber,
  message_time: answerMessageTime,
};

export function answerQuestion(talk: Talk): ClerkReply | undefined {
  return talk.note && (tellUnheard(talk) ?? answers[talk.note.about](talk));
}

/** The order was verified, but its status was never heard: the caller was quicker. */
function tellUnheard(talk: Talk): ClerkReply | undefined {
  const known = knownOf(talk.note);
  const { orderNumber } = known;
  if (talk.note?.about !== 'both' || orderNumber === undefined || !talk.verified.includes(orderNumber))
    return undefined;
  return hasFactor(talk) || wantsSomething(talk) ? undefined : tellOrder(talk, orderNumber, known);
}

function answerOrderNumber(talk: Talk): ClerkReply | undefined {
  if (hasFactor(talk)) return verify(talk);
  if (!hasNot(talk)) return undefined;
  return {
    say: sentences(
      "That's all right. You'll find it in your confirmation email.",
      numberHint(talk),
      'Do you have it there?',
    ),
    note: { ...knownOf(talk.note), asked: 'order_number', about: 'order_number' },
  };
}

function answerEmail(talk: Talk): ClerkReply | undefined {
  const { phone } = heardFactors(talk);
  if (hasFactor(talk) || phone.status === 'heard') return verify(talk);
  if (!hasNot(talk)) return undefined;
  return {
    say: 'No problem. The phone number on the order works too. What is it?',
    note: { ...knownOf(talk.note), asked: 'email', about: 'email' },
  };
}

function answerConfirmEmail(talk: Talk): ClerkReply | undefined {
  const known = knownOf(talk.note);
  const { email, number } = heardFactors(talk);
  if (email.status === 'heard' && email.value !== known.email) return withEmail(talk, { ...known, email: email.value });
  const answer = yesOrNo(talk);
  const isRepeated = email.status === 'heard' && email.value === known.email;
  if (answer === 'yes' || isRepeated) return lookUp(talk, known);
  if (number.status === 'heard') return verify(talk, { ...known, email: undefined });
  if (answer === 'no') return askEmailAgain(talk, withWrong(known), 'Sorry about that.');
  return email.status === 'none' ? undefined : askEmailAgain(talk, known, 'I only got part of that.');
}

const withWrong = (known: Known): Known => ({
  ...known,
  wrongEmails: [...(known.wrongEmails ?? []), ...(known.email === undefined ? [] : [known.email])],
});

function answerConfirmPhone(talk: Talk): ClerkReply | undefined {
  const known = knownOf(talk.note);
  const { phone } = heardFactors(talk);
  if (phone.status === 'heard' && phone.value !== known.phone) return verify(talk);
  if (hasFactor(talk)) return verify(talk, { ...known, phone: undefined });
  const answer = yesOrNo(talk);
  if (answer === 'yes' || phone.status === 'heard') return lookUp(talk, known);
  return answer === 'no' ? askPhoneAgain(talk, known) : undefined;
}

function answerBoth(talk: Talk): ClerkReply | undefined {
  const { number, email, phone } = heardFactors(talk);
  const known = knownOf(talk.note);
  // The same number once more: the address that did not fit is still to come.
  if (number.status === 'heard' && number.value === known.orderNumber && email.status === 'none')
    return askEmail(talk, { ...known, email: undefined, phone: undefined });
  if (hasFactor(talk)) return verify(talk);
  if (phone.status === 'heard') return verify(talk, { ...known, email: undefined });
  return yesOrNo(talk) === 'yes' ? verify(talk, { ...known, orderNumber: undefined, email: undefined }) : undefined;
}

/** "the first one", or the thing said again. */
function answerChoice(talk: Talk, field: 'orderNumber' | 'email'): ClerkReply | undefined {
  const candidates = talk.note?.candidates ?? [];
  const text = plainly(talk.turn.text);
  const chosen = /\b(first|former)\b/.test(text)
    ? candidates[0]
    : /\b(second|latter|last)\b/.test(text)
      ? candidates.at(-1)
      : zeroOrLetter(text, candidates);
  if (chosen !== undefined) return lookUp(talk, { ...knownOf(talk.note), [field]: chosen });
  return hasFactor(talk) ? verify(talk) : undefined;
}

/** Of "bob007" and "boboo7": "with zeros", "the letter o". */
function zeroOrLetter(text: string, candidates: readonly string[]): string | undefined {
  const zeros = candidates.filter((candidate) => candidate.includes('0'));
  if (zeros.length !== 1 || hearEmail(text).status === 'heard') return undefined;
  if (/\b(zeros?|zeroes|numbers?|digits?)\b/.test(text)) return zeros[0];
  return /\bletters?\b/.test(text) ? candidates.find((candidate) => !candidate.includes('0')) : undefined;
}

function answerTryAgain(talk: Talk): ClerkReply | undefined {
  if (hasFactor(talk)) return verify(talk);
  const answer = yesOrNo(talk);
  if (answer === 'no') return settle(talk, '');
  if (answer !== 'yes' && !/\b(try|again|now)\b/i.test(talk.turn.text)) return undefined;
  const known = knownOf(talk.note);
  const current = known.orderNumber;
  if (current !== undefined && talk.verified.includes(current)) return tellOrder(talk, current, known);
  return current === undefined ? askMatter('What would you like to know?') : lookUp(talk, known);
}

function answerTrackingLink(talk: Talk): ClerkReply | undefined {
  const known = knownOf(talk.note);
  const current = known.orderNumber ?? talk.verified.at(-1);
  const answer = yesOrNo(talk);
  const isByEmail = talk.note?.candidates?.includes('email') ?? false;
  const wantsEmail = /\be-?mail\b/i.test(talk.turn.text) && !hasFactor(talk);
  if (current !== undefined && (answer === 'yes' || wantsEmail))
    return sendTrackingLink(isByEmail ? { ...talk, turn: { ...talk.turn, text: 'email' } } : talk, current, known);
  return answer === 'no' && !wantsSomething(talk) ? settle(talk, 'All right.') : undefined;
}

function answerDeliveryIssue(talk: Talk): ClerkReply | undefined {
  if (wantsSomething(talk)) return undefined;
  const answer = yesOrNo(talk);
  if (answer === 'no') return settle(talk, "I'm glad it arrived.");
  if (answer !== 'yes') return undefined;
  return {
    say: "I'm sorry to hear that. What happened?",
    note: { ...knownOf(talk.note), asked: 'matter', about: 'what_happened' },
  };
}

/** Whatever it was, sorry first; what can be done about it is asked once more closely. */
function answerWhatHappened(talk: Talk): ClerkReply | undefined {
  const { note, turn } = talk;
  if (note === undefined || note.misses !== undefined || wantsSomething(talk) || isInterjection(turn.text))
    return undefined;
  return { say: sentences("I'm sorry about that.", hintFor(talk, note)), note: { ...note, misses: 1 } };
}

function answerWhyCancelled(talk: Talk): ClerkReply | undefined {
  const known = knownOf(talk.note);
  const current = known.orderNumber ?? talk.verified.at(-1);
  const text = plainly(talk.turn.text);
  const answer = yesOrNo(talk);
  if (/\b(new|another|place|reorder|again)\b/.test(text) && answer !== 'no')
    return settle(talk, newOrderAt(talk.profile.website));
  if (current !== undefined && (/\b(why|reason|know|more|first)\b/.test(text) || answer === 'yes'))
    return tellOrder(talk, current, { ...known, wish: 'cancel_reason' });
  return answer === 'no' ? settle(talk, 'All right.') : undefined;
}

function answerNewOrder(talk: Talk): ClerkReply | undefined {
  const answer = leaning(talk.turn.text);
  if (answer === 'yes') return settle(talk, newOrderAt(talk.profile.website));
  return answer === 'no' && !wantsSomething(talk) ? settle(talk, 'All right.') : undefined;
}

/** After a change was declined: as the caller would rather have it, or something else. */
function answerInstead(talk: Talk): ClerkReply | undefined {
  const open = openDraft(talk);
  const corrected = open && talk.turn.by !== 'keys' && yesOrNo(talk) === 'unclear' ? correct(talk, open) : undefined;
  return corrected ?? answerAnythingElse(talk);
}

function answerAnythingElse(talk: Talk): ClerkReply | undefined {
  if (wantsSomething(talk) || hasFactor(talk)) return undefined;
  const answer = yesOrNo(talk);
  if (answer === 'no') return sayGoodbye(talk);
  return answer === 'yes' ? askMatter('Sure. What can I do for you?') : undefined;
}

const wantsSomething = ({ turn }: Talk) => wants.some(({ isMeant }) => isMeant(turn.text));

const yesOrNo = ({ turn, lastSaid }: Talk) => hearYesNo(turn.text, lastSaid);

const hasNot = ({ turn }: Talk) =>
  /\b(don't|do not|haven't|have not|can't|cannot|lost|no longer|not sure|forgot(ten)?|no idea|without)\b|^(no|nope|not (really|yet|now|handy))\b/.test(
    plainly(turn.text),
  );
