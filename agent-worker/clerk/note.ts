import { type Asked, isAsked } from '../models/question-grammar.ts';

/** What an order is wanted for, once it is verified. */
export type Wish =
  | 'status'
  | 'tracking'
  | 'tracking_number'
  | 'items'
  | 'total'
  | 'destination'
  | 'payment'
  | 'ordered_on'
  | 'cancel_reason'
  | 'tracking_link';

/** The clerk's questions. Each is answered by its own file, named in `answer-question.ts`. */
const questions = [
  'matter',
  'order_number',
  'which_order_number',
  'email',
  'confirm_email',
  'which_email',
  'both',
  'try_again',
  'tracking_link',
  'delivery_issue',
  'what_happened',
  'why_cancelled',
  'anything_else',
] as const;
export type QuestionName = (typeof questions)[number];

/**
 * What the clerk remembers of what it asked. It stays on the agent's message and in the stored turn, as the clerk itself
 * keeps no state.
 */
export interface Note {
  /** What the ears should listen for. */
  asked: Asked;
  about: QuestionName;
  wish?: Wish | undefined;
  /** Heard, and not proven yet. */
  orderNumber?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  /** The caller's own words, where they held only part of what was asked: the rest may follow. */
  part?: string | undefined;
  /** To choose from, where more than one thing was heard. */
  candidates?: readonly string[] | undefined;
  /** Further orders that were named, for later. */
  otherOrders?: readonly string[] | undefined;
  /** How often in a row the answer was not understood. */
  misses?: number | undefined;
}

/** The note on a message's `extra`; undefined for one that another model spoke. */
export function noteIn(extra: Readonly<Record<string, unknown>>): Note | undefined {
  const note = extra['clerk'];
  return isNote(note) ? note : undefined;
}

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const { asked, about } = value as Record<string, unknown>;
  return isAsked(asked) && questions.some((question) => question === about);
}
