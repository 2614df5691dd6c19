import type { llm } from '@livekit/agents';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import { afterConfirmation } from './after-confirmation.ts';
import { answerQuestion } from './answer-question.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { hintFor } from './hints.ts';
import { cardNumber, isAngry } from './matters/courtesies.ts';
import { matters } from './matters/matters.ts';
import { askAgain, isThere } from './matters/pauses.ts';
import { hasFactor, verify } from './matters/verify.ts';
import type { Note } from './note.ts';
import { askAnythingElse, askMatter, knownOf } from './questions.ts';
import { sentences } from './sentences.ts';
import { readTalk, type Talk } from './talk.ts';
import { tellResult } from './tell-result.ts';
import { missesParcel } from './wishes.ts';

/** So often is a question asked again before a person is offered. */
const mostMisses = 2;

/**
 * The built-in model, pure: the conversation so far in, what is said and called next out. It knows only what the items
 * hold, and says so when it did not understand.
 * @param tools the names of those that may be called
 */
export function reply(items: readonly llm.ChatItem[], tools: readonly string[], profile: AgentProfile): ClerkReply {
  const talk = readTalk(items, tools, profile);
  return withinMeans(talk, replyTo(talk));
}

function replyTo(talk: Talk): ClerkReply {
  if (talk.result) return tellResult(talk, talk.result);
  return talk.told ? afterConfirmation(talk, talk.told) : acknowledged(talk, answerTurn(talk));
}

/** Whoever is angry, or misses a parcel, hears first that it was understood (seed, "Important Rules"). */
function acknowledged({ turn }: Talk, answer: ClerkReply): ClerkReply {
  if (answer.say === '' || /\bsorry\b/i.test(answer.say)) return answer;
  if (isAngry(turn.text)) return { ...answer, say: `I'm sorry about the trouble. ${answer.say}` };
  return missesParcel(turn.text) ? { ...answer, say: `I'm sorry to hear that. ${answer.say}` } : answer;
}

function answerTurn(talk: Talk): ClerkReply {
  const { text } = talk.turn;
  if (text.trim() === '') return askMatter(talk.profile.phrases.opening);
  if (cardNumber.isMeant(text)) return cardNumber.begin(talk);
  if (talk.wasAskedIfThere && isThere(text)) return askAgain(talk);
  const answer = answerQuestion(talk);
  if (answer) return answer;
  const matter = matters.find(({ isMeant }) => isMeant(text));
  if (matter) return matter.begin(talk);
  return hasFactor(talk) ? verify(talk) : didNotCatch(talk);
}

/** The question stays open, and the caller hears what would help. */
function didNotCatch(talk: Talk): ClerkReply {
  const note: Note = talk.note ?? { asked: 'matter', about: 'matter' };
  const misses = (note.misses ?? 0) + 1;
  const contact = misses > mostMisses ? talk.profile.person_contact : undefined;
  // A change that cannot be put together is left, and who can do it is told.
  if (contact !== undefined && note.draft !== undefined && talk.verified.length > 0)
    return askAnythingElse(talk, knownOf(note), sentences(talk.profile.phrases.did_not_catch, contact));
  return {
    say: sentences(talk.profile.phrases.did_not_catch, hintFor(talk, note), contact),
    note: { ...note, misses },
  };
}

/** A tool that is not there is not called, and nothing is promised of it. */
function withinMeans({ tools, profile }: Talk, answer: ClerkReply): ClerkReply {
  const isMissing = answer.toolCalls?.some(({ name }) => !tools.has(name)) ?? false;
  if (!isMissing) return answer;
  return { say: sentences(answer.say, profile.phrases.trouble), note: answer.note };
}
