import * as z from 'zod/mini';

/** Why the store's rules do not allow a change; carried by 422 `refused` and 409 `order_moved`. */
export const refusalReason = z.enum([
  'nothing_to_change',
  'no_such_line',
  'quantity_unavailable',
  'already_shipped',
  'not_shipped_yet',
  'not_delivered_yet',
  'already_cancelled',
  'already_returned',
  'already_open',
  'already_claimed',
  'window_passed',
  'final_sale',
  'gift_card',
  'personalised',
  'condition_unknown',
  'condition_not_met',
  'same_variant',
  'no_such_variant',
  'out_of_stock',
  'dearer',
  'abroad',
  'incomplete_address',
  'zip_not_in_state',
  'same_address',
  'claim_limit',
  'other_contact',
  'no_contact',
  'consent_unknown',
  'too_early',
  'several_parcels',
  'needs_no_approval',
  'facts_unknown',
  /** Another change of the order is on its way to the store, or with its people. */
  'change_pending',
]);
export type RefusalReason = z.infer<typeof refusalReason>;

/** What the caller may be offered instead. */
export const offer = z.enum([
  'cancellation',
  'return',
  'exchange',
  'other_variant',
  'claim',
  'refund',
  'replacement',
  'escalation',
  'investigation',
  'reship',
  'label_again',
  'wait',
]);
export type Offer = z.infer<typeof offer>;
