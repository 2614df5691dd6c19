import type { llm } from '@livekit/agents';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import { answerQuestion } from './answer-question.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { continueAfter } from './continue-after.ts';
import { abilities, cardNumber } from './matters/courtesies.ts';
import { matters } from './matters/matters.ts';
import { hasFactor, verify } from './matters/verify.ts';
import type { Note } from './note.ts';
import { askMatter, numberHint } from './questions.ts';
import { sentences } from './sentences.ts';
import { readTalk, type Talk } from './talk.ts';
import { tellResult } from './tell-result.ts';

/** So often is a question asked again before a person is offered. */
const mostMisses = 2;

/**
 * The built-in model, pure: the conversation so far in, what is said and called next out. It knows only what the items
 * hold, and says so when it did not understand.
 * @param tools the names of those that may be called
 */
export function reply(items: readonly llm.ChatItem[], tools: readonly string[], profile: AgentProfile): ClerkReply {
  const talk = readTalk(items, tools, profile);
  return withinMeans(talk, talk.result ? tellResult(talk, talk.result) : answerTurn(talk));
}

function answerTurn(talk: Talk): ClerkReply {
  const { text } = talk.turn;
  if (text.trim() === '') return askMatter(talk.profile.phrases.opening);
  if (cardNumber.isMeant(text)) return cardNumber.begin(talk);
  const answer = answerQuestion(talk);
  if (answer) return answer;
  const matter = matters.find(({ isMeant }) => isMeant(text));
  if (matter) return matter.begin(talk);
  return hasFactor(talk) ? verify(talk) : didNotCatch(talk);
}

/** The question stays open, and the caller hears what would help. */
function didNotCatch(talk: Talk): ClerkReply {
  if (talk.note?.about === 'what_happened')
    return continueAfter(
      talk,
      sentences("I'm sorry about that. I can't take care of it in this call yet.", talk.profile.person_contact),
    );
  const note: Note = talk.note ?? { asked: 'matter', about: 'matter' };
  const misses = (note.misses ?? 0) + 1;
  const contact = misses > mostMisses ? talk.profile.person_contact : undefined;
  return {
    say: sentences(talk.profile.phrases.did_not_catch, hintFor(talk, note), contact),
    note: { ...note, misses },
  };
}

function hintFor(talk: Talk, { about, email }: Note): string {
  switch (about) {
    case 'order_number':
    case 'which_order_number':
      return `I'm listening for your order number. ${numberHint(talk)}`;
    case 'both':
      return "I'm listening for your order number, or the email address on the order.";
    case 'email':
    case 'which_email':
      return "I'm listening for the email address on the order. You can spell it letter by letter.";
    case 'confirm_email':
      return `Is the email address ${email ?? 'right'}? Please say yes or no.`;
    case 'tracking_link':
      return 'Shall I text you the tracking link? Please say yes or no.';
    case 'delivery_issue':
      return 'Was there an issue with the delivery? Please say yes or no.';
    case 'try_again':
      return 'Shall I try again?';
    case 'why_cancelled':
      return 'Would you like to know why it was cancelled, or would you like to place a new order?';
    case 'matter':
    case 'what_happened':
    case 'anything_else':
      return abilities;
  }
}

/** A tool that is not there is not called, and nothing is promised of it. */
function withinMeans({ tools, profile }: Talk, answer: ClerkReply): ClerkReply {
  const isMissing = answer.toolCalls?.some(({ name }) => !tools.has(name)) ?? false;
  if (!isMissing) return answer;
  return { say: sentences(answer.say, profile.phrases.trouble), note: answer.note };
}
