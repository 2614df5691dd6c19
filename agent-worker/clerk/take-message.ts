import { writtenPhone } from '@orderline/contract/written-phone.ts';
import { hearPhone } from '../hearing/hear-phone.ts';
import { calling, type ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import { leaning } from './leaning.ts';
import { goodbye } from './matters/goodbye.ts';
import { holdOn, repeat } from './matters/pauses.ts';
import { neverMind, startOver } from './matters/start-over.ts';
import type { LeftMessage } from './note.ts';
import { plainly } from './plainly.ts';
import { sentences } from './sentences.ts';
import type { Talk } from './talk.ts';
import { tellTrouble } from './tell-lookup.ts';
import { isFailure, textIn, type ToolResult } from './tool-result.ts';

const longestText = 1_000;
const longestTime = 200;

/** Outside of the opening hours, to who wants a person: they are rung back (DESIGN §7, "Escalation"). */
export function offerMessage(talk: Talk, before: string, message: LeftMessage = {}): ClerkReply {
  const question =
    message.text === undefined
      ? 'Would you like to leave a message, so that they can call you back?'
      : 'Would you like them to call you back about it?';
  return asking(talk, { say: sentences(before, question), about: 'leave_message', message });
}

/** One question after the other: what it is about, the number, the time. */
export function beginMessage(talk: Talk, message: LeftMessage): ClerkReply {
  return message.text === undefined
    ? asking(talk, { say: 'Sure. What shall I tell them?', about: 'message_text', message })
    : asking(talk, { say: 'Sure. What number can they reach you at?', about: 'message_number', message });
}

export function answerLeaveMessage(talk: Talk): ClerkReply | undefined {
  if (isLeaving(talk)) return undefined;
  const answer = leaning(talk.turn.text, talk.lastSaid);
  if (answer === 'yes') return beginMessage(talk, messageOf(talk));
  return answer === 'no' ? settle(talk, 'All right.') : undefined;
}

export function answerMessageText(talk: Talk): ClerkReply | undefined {
  const { text } = talk.turn;
  if (isLeaving(talk)) return undefined;
  if (leaning(text) === 'no') return settle(talk, "All right, I won't leave a message.");
  const message = { ...messageOf(talk), text: text.slice(0, longestText) };
  return asking(talk, { say: 'And what number can they reach you at?', about: 'message_number', message });
}

export function answerMessageNumber(talk: Talk): ClerkReply | undefined {
  const { text } = talk.turn;
  const heard = hearPhone(text);
  const message = messageOf(talk);
  if (heard.status === 'heard') return askTime(talk, { ...message, phone: heard.value });
  if (heard.status === 'incomplete')
    return asking(talk, {
      say: 'I only got part of that. Could you say the number again?',
      about: 'message_number',
      message,
    });
  if (isSameNumber(text)) return askTime(talk, { ...message, phone: undefined });
  if (isLeaving(talk)) return undefined;
  return leaning(text) === 'no' ? settle(talk, "All right, I won't leave a message.") : undefined;
}

/** Whatever is said is the time; the number, once more, if it was misheard. */
export function answerMessageTime(talk: Talk): ClerkReply | undefined {
  const { text } = talk.turn;
  const message = messageOf(talk);
  const corrected = hearPhone(text);
  if (corrected.status === 'heard') return askTime(talk, { ...message, phone: corrected.value });
  if (isLeaving(talk) || message.text === undefined) return undefined;
  const isWrong = /^(no|nope|wrong)\b|\b(wrong|not (right|my)|isn't right)\b/.test(plainly(text));
  if (isWrong) return asking(talk, { say: "I'm sorry. What is the number?", about: 'message_number', message });
  return {
    say: '',
    note: { otherOrders: talk.note?.otherOrders, asked: 'phone', about: 'message_number', message },
    toolCalls: calling('take_message', {
      text: message.text,
      ...(message.phone === undefined ? {} : { phone: message.phone }),
      best_time: text.slice(0, longestTime),
    }),
  };
}

/** A number is easily misheard: it is read back with the next question. */
function askTime(talk: Talk, message: LeftMessage): ClerkReply {
  const readBack =
    message.phone === undefined ? 'The number you are calling from.' : `That's ${writtenPhone(message.phone)}.`;
  return asking(talk, {
    say: sentences(readBack, 'And when is a good time to call you?'),
    about: 'message_time',
    message,
  });
}

interface Question {
  readonly say: string;
  readonly about: keyof typeof listensFor;
  readonly message: LeftMessage;
}

const asking = ({ note }: Talk, { say, about, message }: Question): ClerkReply => ({
  say,
  note: { otherOrders: note?.otherOrders, asked: listensFor[about], about, message },
});

const listensFor = {
  leave_message: 'yes_no',
  message_text: 'matter',
  message_number: 'phone',
  message_time: 'matter',
} as const;

const messageOf = ({ note }: Talk): LeftMessage => note?.message ?? {};

/** "What?", "hold on" and goodbye are no message, no number and no time. */
const isLeaving = ({ turn: { text } }: Talk) =>
  [repeat, holdOn, startOver, neverMind, goodbye].some(({ isMeant }) => isMeant(text));

const isSameNumber = (text: string) =>
  /\b(this|same|that) (number|one|phone)\b|\bcalling from\b|\bcall(ing)? (me )?(back )?(here|on this)\b/.test(
    plainly(text),
  );

/** The people have it; or there was no number to ring, and it is asked for. */
export function tellMessage(talk: Talk, result: ToolResult): ClerkReply {
  const say = textIn(result.output, 'say');
  if (say === undefined) return tellTrouble(talk, result);
  return isFailure(result) && say.endsWith('?')
    ? asking(talk, { say, about: 'message_number', message: messageOf(talk) })
    : settle(talk, say);
}
