/** What is known of a message after it was handed to its provider. `reason` names no person. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly providerId: string }
  /** The provider did not take it, and may take it later. */
  | { readonly outcome: 'not_sent'; readonly reason: string; readonly retryAfterSeconds?: number }
  /** The answer is missing: it may have been sent. */
  | { readonly outcome: 'unsure'; readonly reason: string }
  /** Never to be taken as it is. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** There is no such number or mailbox. */
  | { readonly outcome: 'no_such_recipient'; readonly reason: string }
  /** The recipient has told the provider to let nothing of ours through. */
  | { readonly outcome: 'stopped'; readonly reason: string };
