import type { ClerkReply } from '../clerk-reply.ts';
import { continueAfter } from '../continue-after.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { askMatter } from '../questions.ts';
import { questionIn } from '../sentences.ts';
import type { Talk } from '../talk.ts';

/** The same words again, and the same question. */
export const repeat: Matter = {
  phrases: [
    'what did you say',
    'say that again',
    'can you repeat that',
    'repeat that please',
    'pardon',
    'what',
    'excuse me',
  ],
  isMeant: (text) =>
    /^(uh |um |sorry |oh )*(what|huh|pardon|pardon me|excuse me|sorry|come again|eh)[?.!]*$|\b(what did you (just )?say|what was that|say (that|it) again|repeat|once more please|didn't (hear|catch|get) (you|that)|couldn't hear)\b/.test(
      plainly(text).replace(/,/g, ''),
    ),
  begin: (talk) =>
    talk.lastSaid === undefined || talk.note === undefined
      ? talk.lastSaid === undefined
        ? continueAfter(talk, '')
        : askMatter(talk.lastSaid)
      : { say: talk.lastSaid, note: talk.note },
};

/** "Are you still there?": "Yes, hello?" It answers nothing else. */
export function isThere(text: string): boolean {
  const words = plainly(text).replace(/[,.!?]/g, '');
  return /^((uh|um|oh|sorry|yes|yeah|yep|yup|hello|hi|hey|i am|i'm|still|here|there|can you hear me)( |$))+$/.test(
    words,
  );
}

/** What the caller was asked before somebody asked whether they are there; with what was heard, where that was read back. */
export function askAgain({ lastSaid = '', note }: Talk): ClerkReply {
  const isReadBack = note?.about === 'confirm_email' || note?.about === 'confirm_phone';
  const say = (isReadBack ? undefined : questionIn(lastSaid)) ?? lastSaid;
  return note === undefined ? askMatter(say) : { say, note };
}

/** The caller is looking for something: no hurry, and the question stays open. */
export const holdOn: Matter = {
  phrases: [
    'hold on',
    'one moment',
    'one moment please',
    'hold on a moment please',
    'wait a minute',
    'let me check',
    'just a second',
  ],
  isMeant: (text) =>
    /\b(hold on|hang on|(one|a|just a) (moment|minute|second|sec)|wait a|give me a|let me (check|look|see|find|get|think)|i'm looking|looking for it|bear with me)\b|^wait[.!]?$/.test(
      plainly(text),
    ),
  begin: ({ note }) => ({ say: 'Of course, take your time.', note: note ?? { asked: 'matter', about: 'matter' } }),
};
