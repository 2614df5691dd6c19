import { continueAfter, continueOrAsk } from '../continue-after.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
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
  begin: (talk) => continueAfter(talk, sentences("I can't put you through from here.", talk.profile.person_contact)),
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
