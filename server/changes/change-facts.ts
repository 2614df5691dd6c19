import type { ClaimRecord } from '../claims/claim-record.ts';
import type { Order, Variant } from '../orders/order.ts';
import type { ReturnRecord } from '../returns/return-record.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';

/** What a member of staff has set aside in approving an exception. */
export type Waiver = 'window' | 'returnable' | 'country' | 'price' | 'second_claim' | 'claim_limit';

/** All that the rules decide by: how the order stands now, and nothing that changes while they do. */
export interface ChangeFacts {
  readonly order: Order;
  readonly profile: StoreProfile;
  readonly now: Date;
  /** Every return and exchange of the order, also the closed ones, oldest first. */
  readonly returns: readonly ReturnRecord[];
  /** Every claim on the order, oldest first. */
  readonly claims: readonly ClaimRecord[];
  /** Of this customer over all orders in the last twelve months; counted where the change is a claim. */
  readonly claimsOfCustomer: number;
  /** By line, the variants of its product; without an entry where the store does not tell. */
  readonly variants: ReadonlyMap<number, readonly Variant[]>;
  /** Of those that came back, the parcels that have been sent again, as `parcelKey` names them. */
  readonly reshippedParcels: ReadonlySet<string>;
  /** How the customer can be told. */
  readonly reach: Reach;
  readonly waived: ReadonlySet<Waiver>;
}

/** The contacts on file that messages may go to (DESIGN §6, messages). */
export interface Reach {
  /** `ask`: there is a phone, and whether it may be texted is not known. */
  readonly texting: 'allowed' | 'ask' | 'never';
  readonly hasEmail: boolean;
}
