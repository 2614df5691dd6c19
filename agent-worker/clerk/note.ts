import type { Offer } from '@orderline/contract/refusal.ts';
import { type Asked, isAsked } from '../models/question-grammar.ts';
import type { AskedMatter, Draft } from './draft.ts';

/** What an order is wanted for, once it is verified. */
export type Wish =
  | 'status'
  | 'tracking'
  | 'tracking_number'
  | 'items'
  | 'total'
  | 'destination'
  | 'whole_address'
  | 'payment'
  | 'ordered_on'
  | 'cancel_reason'
  | 'tracking_link'
  | 'receipt'
  | 'not_there'
  | 'late'
  | 'card_number'
  | 'refund'
  | 'label_again';

/** The clerk's questions. Each is answered by its own file, named in `answer-question.ts`. */
const questions = [
  'matter',
  'order_number',
  'which_order_number',
  'email',
  'confirm_email',
  'confirm_phone',
  'which_email',
  'both',
  'try_again',
  'tracking_link',
  'delivery_issue',
  'what_happened',
  'why_cancelled',
  'new_order',
  'anything_else',
  'items',
  'quantity',
  'reason',
  'condition',
  'variant',
  'settle_by',
  'address',
  'same_address',
  'offered',
  'exception',
  'which_parcel',
  'holding',
  'instead',
  'leave_message',
  'message_text',
  'message_number',
  'message_time',
] as const;
export type QuestionName = (typeof questions)[number];

/** What is left for the store's people, as far as it is known. Without a number it is the one that the caller rings from. */
export interface LeftMessage {
  readonly text?: string | undefined;
  readonly phone?: string | undefined;
}

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
  /** That were heard and are not the caller's. */
  wrongEmails?: readonly string[] | undefined;
  /** How often the address, or the phone number in its place, was asked for again. */
  factorTries?: number | undefined;
  phone?: string | undefined;
  /** The caller's own words, where they held only part of what was asked: the rest may follow. */
  part?: string | undefined;
  /** To choose from, where more than one thing was heard. */
  candidates?: readonly string[] | undefined;
  /** Further orders that were named, for later. */
  otherOrders?: readonly string[] | undefined;
  /** The change that is being put together. */
  draft?: Draft | undefined;
  /** What the store's rules offer instead of what they refused; the first is what was asked. */
  offers?: readonly Offer[] | undefined;
  /** The return that is open already. */
  rma?: string | undefined;
  /** What a person may be asked about it. */
  matter?: AskedMatter | undefined;
  message?: LeftMessage | undefined;
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
