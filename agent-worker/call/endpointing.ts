import { hearEmail } from '../hearing/hear-email.ts';
import { hearOrderNumber } from '../hearing/hear-order-number.ts';
import type { Asked } from '../models/question-grammar.ts';

/** How long a pause means that the caller has finished, in milliseconds. */
export interface Patience {
  /** Of silence, until an utterance is handed to the ears. */
  utteranceMs: number;
  /** At least and at most, until the turn is taken. */
  minDelay: number;
  maxDelay: number;
}

const usual: Patience = { utteranceMs: 400, minDelay: 400, maxDelay: 1_800 };
/** Numbers and addresses are said with pauses, which are no ends. */
const spelling: Patience = { utteranceMs: 900, minDelay: 900, maxDelay: 3_000 };
/** What was asked has been said to its end: there is nothing to wait for. */
const complete: Patience = { ...spelling, minDelay: 0, maxDelay: 0 };

export function patienceFor(asked: Asked | undefined): Patience {
  return asked === 'order_number' || asked === 'email' ? spelling : usual;
}

/** The same once words have been heard: a whole number or address, when that was asked, ends the turn. */
export function patienceAfter(heard: string, question: { asked: Asked | undefined; formats: string[] }): Patience {
  const isComplete =
    (question.asked === 'order_number' && hearOrderNumber(heard, question.formats).status === 'heard') ||
    (question.asked === 'email' && hearEmail(heard).status === 'heard');
  return isComplete ? complete : patienceFor(question.asked);
}
