import { hearContinued } from '../../hearing/hear-continued.ts';
import { hearEmail } from '../../hearing/hear-email.ts';
import { hearOrderNumber } from '../../hearing/hear-order-number.ts';
import { hearPhone } from '../../hearing/hear-phone.ts';
import type { Asked } from '../../models/question-grammar.ts';
import { calling, type ClerkReply } from '../clerk-reply.ts';
import { askEmail, askOrderNumber, confirmEmail, confirmPhone, type Known, knownOf, numberHint } from '../questions.ts';
import { sentences } from '../sentences.ts';
import type { Talk } from '../talk.ts';
import { tellOrder } from '../tell-order.ts';

/** Longer than any number or address is said. */
const longestPart = 400;
/** So often is an address or a phone number asked for again before it is told who else can help. */
const mostFactorTries = 2;

/** What the caller's turn holds of the two things that prove an order, with what was said of them in part before. */
export function heardFactors({ turn, note, profile }: Talk) {
  const hearNumber = (text: string) => hearOrderNumber(text, profile.order_number_formats);
  const partOf = (asked: Asked) => (note?.asked === asked ? note.part : undefined);
  return {
    number: hearContinued(hearNumber, partOf('order_number'), turn.text),
    email: hearContinued(hearEmail, partOf('email'), turn.text),
    phone: hearPhone(turn.text),
  };
}

export function hasFactor(talk: Talk): boolean {
  const { number, email } = heardFactors(talk);
  return number.status !== 'none' || email.status !== 'none';
}

/**
 * Verifies with what the turn and the note hold: the order number first, then the e-mail, one question at a time. What was
 * just said corrects what was noted.
 */
export function verify(talk: Talk, noted: Known = knownOf(talk.note)): ClerkReply {
  const known = withUnanswered(talk, noted);
  const { number, email, phone } = heardFactors(talk);
  if (number.status === 'ambiguous') return chooseNumber(talk, known, number.candidates);
  if (email.status === 'ambiguous') return chooseEmail(known, email.candidates);
  const orderNumber = number.status === 'heard' ? number.value : known.orderNumber;
  const said: Known = { ...known, orderNumber };
  if (orderNumber !== undefined && talk.verified.includes(orderNumber)) return tellOrder(talk, orderNumber, said);
  // Half a number must not cost an attempt with the one that was noted.
  if (number.status === 'incomplete' && email.status === 'none')
    return withPart(
      talk,
      askOrderNumber(
        talk,
        { ...said, orderNumber: undefined },
        sentences('I only got part of that.', numberHint(talk)),
      ),
    );
  if (email.status === 'heard')
    return wasWrong(talk, email.value)
      ? askEmailAgain(talk, said, "I'm sorry, I keep mishearing that.")
      : withEmail(talk, { ...said, email: email.value });
  if (email.status === 'incomplete') return withPart(talk, askEmailAgain(talk, said, 'I only got part of that.'));
  const isCorrected =
    number.status === 'heard' && known.orderNumber !== undefined && known.orderNumber !== number.value;
  if (isCorrected && known.email === undefined && talk.verifiedEmail === undefined)
    return askEmail(talk, said, `All right, ${number.value}.`);
  return phone.status === 'heard' ? withPhone(talk, { ...said, phone: phone.value }) : lookUp(talk, said);
}

/** Keeps what was half said, together with what had been before: the caller may go on from there. */
function withPart({ turn, note }: Talk, reply: ClerkReply): ClerkReply {
  const before = note?.asked === reply.note.asked ? note.part : undefined;
  const part = [before, turn.text]
    .filter((text) => text !== undefined)
    .join(' ')
    .slice(-longestPart);
  return { ...reply, note: { ...reply.note, part } };
}

/** What was said while the agent was interrupted was said all the same; of addresses, what was typed. */
function withUnanswered({ unanswered, profile }: Talk, noted: Known): Known {
  return unanswered.reduce<Known>((known, { text, by }) => {
    const number = hearOrderNumber(text, profile.order_number_formats);
    const email = hearEmail(text);
    return {
      ...known,
      ...(number.status === 'heard' ? { orderNumber: number.value } : {}),
      ...(email.status === 'heard' && by !== 'voice' ? { email: email.value } : {}),
    };
  }, noted);
}

/** An address counts at once when it was typed, and once it was read back when it was said. */
export function withEmail(talk: Talk, known: Known & { email: string }): ClerkReply {
  return talk.turn.by === 'voice' ? confirmEmail(known) : lookUp(talk, known);
}

/** A phone number likewise. */
function withPhone(talk: Talk, known: Known & { phone: string }): ClerkReply {
  return talk.turn.by === 'voice' ? confirmPhone(known) : lookUp(talk, known);
}

/** Asks for what is missing, or looks the order up. */
export function lookUp(talk: Talk, known: Known): ClerkReply {
  const { orderNumber } = known;
  const email = known.email ?? (known.phone === undefined ? talk.verifiedEmail : undefined);
  if (orderNumber === undefined) return askOrderNumber(talk, known);
  const factor: Record<string, string> =
    email === undefined ? (known.phone === undefined ? {} : { phone: known.phone }) : { email };
  if (Object.keys(factor).length === 0) return askEmail(talk, known);
  return {
    say: '',
    note: { ...known, asked: 'order_number', about: 'both' },
    toolCalls: calling('order_lookup', { order_number: orderNumber, ...factor }),
  };
}

/** "orders A and B": one after the other. "A or B": which. */
function chooseNumber(talk: Talk, known: Known, candidates: readonly string[]): ClerkReply {
  const [first, ...others] = candidates;
  const areSeveral = /\b(orders|both|and|two)\b/i.test(talk.turn.text) && !/\bor\b/i.test(talk.turn.text);
  if (first !== undefined && areSeveral) {
    const { email } = heardFactors(talk);
    const inTurn = { ...known, orderNumber: first, otherOrders: others };
    return email.status === 'heard' ? withEmail(talk, { ...inTurn, email: email.value }) : lookUp(talk, inTurn);
  }
  return {
    say: `Is that ${candidates.join(' or ')}?`,
    note: { ...known, candidates, asked: 'order_number', about: 'which_order_number' },
  };
}

function chooseEmail(known: Known, candidates: readonly string[]): ClerkReply {
  return {
    say: `Is that ${candidates.join(', or ')}?`,
    note: { ...known, candidates, asked: 'email', about: 'which_email' },
  };
}

const spellIt = 'Could you spell the email address for me, letter by letter? The phone number on the order works too.';

/**
 * After an address was heard in part, or wrong. Whoever is misheard once spells it; twice, and it is asked another way,
 * for it would be misheard again; then who else can help is told as well.
 */
export function askEmailAgain({ profile }: Talk, known: Known, before: string): ClerkReply {
  const factorTries = (known.factorTries ?? 0) + 1;
  const ask = factorTries === 1 ? spellIt : profile.phrases.email_another_way;
  const contact = factorTries > mostFactorTries ? profile.person_contact : undefined;
  return {
    say: sentences(before, ask, contact),
    note: { ...known, email: undefined, factorTries, asked: 'email', about: 'email', misses: 1 },
  };
}

/** After a phone number was heard wrong. */
export function askPhoneAgain({ profile }: Talk, known: Known): ClerkReply {
  const factorTries = (known.factorTries ?? 0) + 1;
  const contact = factorTries > mostFactorTries ? profile.person_contact : undefined;
  return {
    say: sentences('Sorry about that. What is the phone number on the order, digit by digit?', contact),
    note: { ...known, phone: undefined, factorTries, asked: 'phone', about: 'email' },
  };
}

/** A voice that was misheard once is easily misheard as the same again; what is typed is meant. */
const wasWrong = ({ turn, note }: Talk, email: string) =>
  turn.by === 'voice' && (note?.wrongEmails?.includes(email) ?? false);
