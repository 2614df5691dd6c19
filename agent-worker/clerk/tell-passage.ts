import { type Passage, searchResponse } from '@orderline/contract/knowledge.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { continueAfter } from './continue-after.ts';
import { sentences } from './sentences.ts';
import type { Talk } from './talk.ts';
import { tellTrouble } from './tell-lookup.ts';
import type { ToolResult } from './tool-result.ts';

/** As much as one listens to at a time, in characters. */
const brief = 280;
const mostSentences = 3;

/** The best passage of the store's documents, told briefly; honestly, when there is none. */
export function tellPassage(talk: Talk, result: ToolResult): ClerkReply {
  const parsed = searchResponse.safeParse(result.output);
  if (!parsed.success) return tellTrouble(talk, result);
  const [best] = parsed.data.passages;
  if (best !== undefined) return continueAfter(talk, briefly(best, talk.turn.text));
  return continueAfter(talk, sentences("I'm sorry, I don't have an answer to that.", talk.profile.person_contact));
}

/** The whole passage when it is short, else those of its sentences that answer best, in their order. */
function briefly({ text }: Passage, question: string): string {
  const said = text
    .split(/\n(?=\s*(?:[-*]|\d+\.)\s)/)
    .flatMap((part) =>
      part
        .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .flatMap((line) => line.split(/(?<=[.!?])\s+(?=[A-Z])/))
    .filter((line) => line !== '')
    .map((line) => (/[.!?]$/.test(line) ? line : `${line}.`));
  const whole = said.join(' ');
  if (whole.length <= brief) return whole;
  const asked = new Set(wordsOf(question));
  const ranked = said
    .map((sentence, at) => ({ sentence, at, shared: wordsOf(sentence).filter((word) => asked.has(word)).length }))
    .sort((one, other) => other.shared - one.shared || one.at - other.at);
  const chosen: typeof ranked = [];
  for (const one of ranked.slice(0, mostSentences)) {
    const length = chosen.reduce((total, { sentence }) => total + sentence.length, 0);
    if (chosen.length === 0 || length + one.sentence.length <= brief) chosen.push(one);
  }
  return chosen
    .sort((one, other) => one.at - other.at)
    .map(({ sentence }) => sentence)
    .join(' ');
}

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
