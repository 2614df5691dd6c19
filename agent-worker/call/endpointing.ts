import { hearEmail } from '../hearing/hear-email.ts';
import { hearOrderNumber } from '../hearing/hear-order-number.ts';
import { hearPhone } from '../hearing/hear-phone.ts';
import type { Asked } from '../models/question-grammar.ts';
import { isBeingSpelled, soundsUnfinished } from './unfinished.ts';

/** How long a pause means that the caller has finished, in milliseconds. */
export interface Patience {
  /** Of silence, until what was said is an utterance. */
  utteranceMs: number;
  /** At least and at most, until the turn is taken. */
  minDelay: number;
  maxDelay: number;
}

const usual: Patience = { utteranceMs: 300, minDelay: 350, maxDelay: 1_800 };
/** Numbers and addresses are said with pauses, which are no ends. */
const spelling: Patience = { utteranceMs: 900, minDelay: 1_000, maxDelay: 3_000 };
/** "It's, um …": the rest is being thought of. */
const unfinished: Patience = { utteranceMs: 900, minDelay: 1_500, maxDelay: 3_000 };
/** What was asked has been said to its end: there is nothing to wait for. */
const complete: Patience = { utteranceMs: 350, minDelay: 350, maxDelay: 350 };

export function patienceFor(asked: Asked | undefined): Patience {
  return asked === 'order_number' || asked === 'email' || asked === 'phone' ? spelling : usual;
}

/** The same once words have been heard: a whole number or address, when that was asked, ends the turn. */
export function patienceAfter(heard: string, question: { asked: Asked | undefined; formats: string[] }): Patience {
  const number = hearOrderNumber(heard, question.formats).status;
  const email = hearEmail(heard).status;
  if (question.asked === 'order_number' && number === 'heard') return complete;
  if (question.asked === 'email' && email === 'heard') return complete;
  if (question.asked === 'phone' && hearPhone(heard).status === 'heard') return complete;
  if (soundsUnfinished(heard)) return unfinished;
  // A whole one that nobody asked for: there is as much to wait for as after any other words.
  if (number === 'heard' || email === 'heard') return usual;
  if (number === 'incomplete' || email === 'incomplete' || isBeingSpelled(heard)) return spelling;
  return usual;
}
