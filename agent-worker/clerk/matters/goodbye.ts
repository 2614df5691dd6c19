import { calling, type ClerkReply } from '../clerk-reply.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import type { Talk } from '../talk.ts';

const goodbyes =
  /\b(good ?bye|bye|bye-bye|see you|hang up|that's (all|it|everything) ?(for (now|today)|thanks?|thank you)?[.!]?$|that (is|will be|would be) all|that'll be all|nothing else|no(thing)? more|i'm (done|all set)|we're done|all done|have a (good|nice|great|lovely) (day|one|evening|night|weekend))\b/;
const closing = /\bthat's (all|it|everything)\b(?! (i|my|the|you))/;

/** The caller needs nothing else: goodbye, and the end of the call. */
export const goodbye: Matter = {
  phrases: ['goodbye', 'bye', 'that is all', 'nothing else', 'no that is all', 'no that is all thank you', 'i am done'],
  isMeant: (text) =>
    goodbyes.test(plainly(text)) || closing.test(plainly(text)) || /\bi am (done|all set)\b/.test(plainly(text)),
  begin: (talk) => sayGoodbye(talk),
};

export function sayGoodbye({ profile }: Talk): ClerkReply {
  return {
    say: profile.phrases.goodbye,
    note: { asked: 'matter', about: 'anything_else' },
    toolCalls: calling('end_call', {}),
  };
}
