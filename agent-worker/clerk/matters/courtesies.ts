import { abilities } from '../abilities.ts';
import { continueAfter, continueOrAsk } from '../continue-after.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { askMatter } from '../questions.ts';
import { sayGoodbye } from './goodbye.ts';

export const help: Matter = {
  phrases: ['help', 'what can you do', 'what can i ask', 'i need help'],
  isMeant: (text) =>
    /^(please )?help( me)?( please)?[.!]?$|\bwhat (can|do) (you|i) (do|help|ask|say)\b|\bi need (some )?help[.!]?$|\bwhat are my options\b/.test(
      plainly(text),
    ),
  begin: (talk) => continueOrAsk(talk, abilities),
};

const angry =
  /\b(ridiculous|unacceptable|angry|furious|upset|frustrat(ed|ing)|terrible|awful|useless|stupid|worst|fed up|annoy(ed|ing)|taking too long|waste of (my )?time|damn|hell|crap|scam|idiots?|moron|bullshit|fuck(ing)?|shit|asshole|bitch|bastard)\b/;
const abusive = /\b(fuck(ing)?( you| off)?|asshole|bitch|bastard|idiots?|moron|shut up|screw you)\b/;
/** A caller who goes on like that for so long wants nothing else. */
const mostAbuse = 3;

export const isAngry = (text: string): boolean => angry.test(plainly(text));

export const anger: Matter = {
  phrases: ['this is ridiculous', 'i am very angry', 'this is taking too long'],
  isMeant: (text) => isAngry(text) || abusive.test(plainly(text)),
  begin: (talk) => {
    const said = [...talk.earlier.slice(1 - mostAbuse), talk.turn.text];
    if (said.length >= mostAbuse && said.every((text) => abusive.test(plainly(text)))) return sayGoodbye(talk);
    return continueAfter(talk, "I'm sorry about the trouble. I understand, and I want to get this sorted out for you.");
  },
};

export const thanks: Matter = {
  phrases: ['thank you', 'thanks', 'thank you very much'],
  isMeant: (text) =>
    /^(ok(ay)? |great |perfect |oh )*(many )?(thanks|thank you|thx|cheers)( (so|very) much| a lot)?[.! ]*$/.test(
      plainly(text).replace(/,/g, ''),
    ),
  begin: (talk) => continueAfter(talk, "You're welcome."),
};

export const hello: Matter = {
  phrases: ['hello', 'hi', 'hi there', 'good morning'],
  isMeant: (text) =>
    /^(hi|hello|hey|good (morning|afternoon|evening)|hi there|hello there)( there| again)?[.!,? ]*$/.test(
      plainly(text),
    ),
  begin: (talk) =>
    talk.note === undefined ? askMatter('Hello! What can I do for you?') : continueAfter(talk, 'Hello!'),
};

/** The one thing that has to be refused whenever it comes. */
export const cardNumber: Matter = {
  phrases: [],
  isMeant: (text) => text.includes('[card number removed]'),
  begin: (talk) => continueAfter(talk, "Please don't give me a card number. I don't need it, and I haven't kept it."),
};
