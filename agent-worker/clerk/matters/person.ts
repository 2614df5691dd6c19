import { continueAfter, continueOrAsk } from '../continue-after.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { beginMessage, offerMessage } from '../take-message.ts';
import { sentences } from '../sentences.ts';

/** Someone who is no machine. */
export const person: Matter = {
  phrases: [
    'talk to a person',
    'i want to talk to a person',
    'speak to a human',
    'can i talk to someone',
    'agent',
    'representative',
  ],
  isMeant: (text) =>
    /\b(talk|speak|connect|transfer|get|give|want|need|put|reach|have)\b.*\b(person|human|someone|somebody|representative|operator|manager|supervisor|real agent|live agent|an agent|staff)\b|^(an? )?(agent|human|person|representative|operator|real person|manager|customer service)( please)?[.!]?$/.test(
      plainly(text),
    ),
  begin: (talk) => {
    const { person_contact, people_are_in } = talk.profile;
    const told = sentences("I can't put you through from here.", person_contact);
    return people_are_in ? continueAfter(talk, told) : offerMessage(talk, sentences(told, "They aren't in right now."));
  },
};

/** To be called back. */
export const message: Matter = {
  phrases: ['can i leave a message', 'i want to leave a message', 'can someone call me back', 'please call me back'],
  isMeant: (text) =>
    /\b(i|me|i'd|we)\b( \w+){0,3} leave (a|them a|you a|him a|her a) (message|note)\b|\b(call|ring|phone) me back\b|\bcall ?back\b/.test(
      plainly(text),
    ),
  begin: (talk) => beginMessage(talk, {}),
};

/** The clerk is announced for what it is, and says so again when asked. */
export const robot: Matter = {
  phrases: ['are you a robot', 'are you a real person', 'is this a machine'],
  isMeant: (text) =>
    /\b(are you|is this|am i (talking|speaking) to)\b.*\b(robot|human|person|real|bot|machine|computer|ai|recording|automated)\b/.test(
      plainly(text),
    ),
  begin: (talk) => continueOrAsk(talk, talk.profile.phrases.automated_notice),
};
