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

export function patienceFor(asked: Asked | undefined): Patience {
  return asked === 'order_number' || asked === 'email' ? spelling : usual;
}
