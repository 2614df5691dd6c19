import { continueAfter } from '../continue-after.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { askMatter } from '../questions.ts';

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
