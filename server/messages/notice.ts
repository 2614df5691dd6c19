import type { ChangeKind } from '@orderline/contract/proposal.ts';
import type { RefundPart } from '@orderline/contract/store-change.ts';
import type { Day } from '../policy/store-calendar.ts';

/**
 * What a customer is told, with its facts; the words are the store's (`notice-phrases.ts`). It is kept as JSON, so that
 * a mail that bounced can be told again by text.
 */
export type Notice =
  /** Where the parcels are followed: all that can be, the one still on its way first. */
  | { readonly kind: 'tracking_link'; readonly parcels: readonly TrackedParcel[] }
  | ({ readonly kind: 'receipt' } & Receipt)
  /** `isWhole`: nothing of the order will be sent. */
  | {
      readonly kind: 'cancellation_confirmed';
      readonly isWhole: boolean;
      readonly items: readonly Item[];
      readonly refund?: Refund | undefined;
    }
  /** `address` is whole, in one line: a text names only its city and zip. */
  | {
      readonly kind: 'address_changed';
      readonly city: string;
      readonly zip: string;
      readonly address: string;
    }
  | ({ readonly kind: 'return_created'; readonly refund?: Refund | undefined } & Label)
  | ({ readonly kind: 'label_again'; readonly isExchange: boolean } & Label)
  /** `replacements` are what is sent for the items. */
  | ({
      readonly kind: 'exchange_created';
      readonly replacements: readonly Item[];
      readonly refund?: Refund | undefined;
    } & Label)
  | {
      readonly kind: 'claim_settled';
      readonly items: readonly Item[];
      readonly settled:
        | { readonly by: 'replacement'; readonly shipping: 'standard' | 'express' }
        | { readonly by: 'refund'; readonly refund: Refund };
    }
  /** Has come back; without a refund, its replacement is on its way. */
  | {
      readonly kind: 'return_received';
      readonly rma: string;
      readonly items: readonly Item[];
      readonly refund?: Refund | undefined;
    }
  /** Has come back damaged, and a person looks at it. */
  | { readonly kind: 'return_held'; readonly rma: string; readonly items: readonly Item[] }
  /** Its label was never used; `isOpenUntil` is the last day to ask for a new one. */
  | {
      readonly kind: 'return_expired';
      readonly rma: string;
      readonly items: readonly Item[];
      readonly isOpenUntil?: Day | undefined;
    }
  | { readonly kind: 'return_withdrawn'; readonly rma: string; readonly items: readonly Item[] }
  /** Money went back for another reason than a return received. */
  | { readonly kind: 'refunded'; readonly refund: Refund }
  /**
   * What a person decided; `request` is what was asked, as a noun: "a return after the return window", and `words` what
   * the person says of it. An approval whose change was carried out sends that change's notice instead.
   */
  | {
      readonly kind: 'decision';
      readonly isApproved: boolean;
      readonly request: string;
      readonly words?: string | undefined;
    }
  | { readonly kind: 'investigation_opened'; readonly parcel: TrackedParcel }
  | {
      readonly kind: 'investigation_resolved';
      readonly resolved:
        | { readonly by: 'found'; readonly words?: string | undefined }
        | { readonly by: 'reship' }
        | { readonly by: 'refund'; readonly refund: Refund };
    }
  /** What came back to the store is sent again. */
  | { readonly kind: 'reshipped'; readonly items: readonly Item[]; readonly city: string; readonly zip: string }
  /** `isPartial`: more of the order is to come. */
  | {
      readonly kind: 'shipped';
      readonly parcel: TrackedParcel;
      readonly items: readonly Item[];
      readonly isPartial: boolean;
    }
  | {
      readonly kind: 'delivered';
      readonly parcel: TrackedParcel;
      readonly items: readonly Item[];
      readonly deliveredOn: Day;
    }
  /** The store did not carry out what a caller had confirmed. */
  | { readonly kind: 'change_failed'; readonly change: ChangeKind }
  /** What happened in a call and was not texted in it. */
  | { readonly kind: 'call_summary'; readonly happened: readonly Happened[] };

export type NoticeKind = Notice['kind'];
export type NoticeOf<Kind extends NoticeKind> = Extract<Notice, { kind: Kind }>;

export interface Item {
  readonly name: string;
  readonly quantity: number;
}

export interface Refund {
  readonly amountCents: number;
  readonly currency: string;
  /** To which payments. */
  readonly parts: readonly RefundPart[];
}

export interface TrackedParcel {
  readonly carrier: string | undefined;
  readonly trackingNumber: string | undefined;
  /** From `trackingLink`. */
  readonly url: string | undefined;
  readonly estimatedDelivery: Day | undefined;
}

/** A return label, for units that are to be sent back. */
interface Label {
  readonly rma: string;
  readonly items: readonly Item[];
  /** The last day to hand them to the carrier. */
  readonly shipBy: Day;
  /** Signed, of the PDF; e-mails have the PDF itself attached. */
  readonly labelUrl: string;
}

export interface Receipt {
  readonly orderedOn: Day;
  readonly currency: string;
  readonly lines: readonly (Item & { readonly unitPriceCents: number })[];
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly shippingCents: number;
  readonly totalCents: number;
  /** "Visa ending in 4242"; the amount where the store tells it. */
  readonly payments: readonly { readonly method: string; readonly amountCents: number | undefined }[];
  readonly refundedCents: number;
}

/**
 * One thing that a caller asked for in a call. `pending`: the store has not confirmed it yet; `handed_over`: its people do it
 * by hand; `void`: the call was cut off before the customer answered, and nothing was changed.
 */
export interface Happened {
  readonly orderNumber: string;
  readonly change: ChangeKind;
  readonly rma: string | undefined;
  readonly outcome: 'done' | 'pending' | 'handed_over' | 'void';
}
