import {
  addressLetter,
  cancellationLetter,
  changeFailedLetter,
  claimLetter,
  decisionLetter,
  refundLetter,
  summaryLetter,
} from './change-letters.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './notice.ts';
import type { Writing } from './notice-facts.ts';
import {
  deliveredLetter,
  investigationOpenedLetter,
  investigationResolvedLetter,
  reshippedLetter,
  shippedLetter,
  trackingLinkLetter,
} from './parcel-letters.ts';
import { receiptLetter } from './receipt-letter.ts';
import { labelLetter, returnReceivedLetter, returnStateLetter } from './return-letters.ts';

/** A notice in the store's words. */
export function letterOf(notice: Notice, writing: Writing): Letter {
  switch (notice.kind) {
    case 'tracking_link':
      return trackingLinkLetter(notice, writing);
    case 'receipt':
      return receiptLetter(notice, writing);
    case 'cancellation_confirmed':
      return cancellationLetter(notice, writing);
    case 'address_changed':
      return addressLetter(notice, writing);
    case 'return_created':
    case 'label_again':
    case 'exchange_created':
      return labelLetter(notice, writing);
    case 'claim_settled':
      return claimLetter(notice, writing);
    case 'return_received':
      return returnReceivedLetter(notice, writing);
    case 'return_held':
    case 'return_expired':
    case 'return_withdrawn':
      return returnStateLetter(notice, writing);
    case 'refunded':
      return refundLetter(notice, writing);
    case 'decision':
      return decisionLetter(notice, writing);
    case 'investigation_opened':
      return investigationOpenedLetter(notice, writing);
    case 'investigation_resolved':
      return investigationResolvedLetter(notice, writing);
    case 'reshipped':
      return reshippedLetter(notice, writing);
    case 'shipped':
      return shippedLetter(notice, writing);
    case 'delivered':
      return deliveredLetter(notice, writing);
    case 'change_failed':
      return changeFailedLetter(notice, writing);
    case 'call_summary':
      return summaryLetter(notice, writing);
  }
}
