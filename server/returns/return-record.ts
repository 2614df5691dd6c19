import type { ChangeReason } from '@orderline/contract/proposal.ts';
import type { RefundPart } from '@orderline/contract/store-change.ts';
import type { Day } from '../policy/store-calendar.ts';

/** A return or an exchange as Orderline keeps it. Its RMA is what the customer, the label and the warehouse call it by. */
export interface ReturnRecord {
  readonly rma: string;
  readonly kind: 'return' | 'exchange';
  readonly orderNumber: string;
  /** `expired`: never handed to the carrier in time; its units are free to be returned again. */
  readonly state: 'requested' | 'partially_received' | 'received' | 'cancelled' | 'expired';
  readonly requestedAt: Date;
  /** The last day to hand it to the carrier. */
  readonly shipBy: Day;
  /** How many labels were issued for it. */
  readonly labels: number;
  readonly reason: ChangeReason;
  readonly lines: readonly ReturnLine[];
  readonly refunds: readonly ReturnRefund[];
  /** When units of it last came. */
  readonly receivedAt: Date | undefined;
  /** It came, and was posted after `shipBy`. */
  readonly isLate: boolean;
}

export interface ReturnLine {
  readonly line: number;
  readonly name: string;
  readonly quantity: number;
  readonly received: number;
  /** Received, and their price went back. */
  readonly refunded: number;
  /** Received, but held for a person to look at: damaged. */
  readonly held: number;
  /** Received, and after a look neither refunded nor replaced. */
  readonly rejected: number;
  /** What is sent instead, in an exchange. */
  readonly exchangeSku: string | undefined;
  readonly exchangeName: string | undefined;
  /** Units of that which are kept for this return. */
  readonly reserved: number;
  /** In an exchange, how much of each unit's price goes back because its replacement costs less. */
  readonly cheaperByCents: number;
}

interface ReturnRefund {
  readonly amountCents: number;
  readonly parts: readonly RefundPart[];
  readonly refundedAt: Date;
}

/** Something of it may still come. */
export const isOpen = ({ state }: Pick<ReturnRecord, 'state'>): boolean =>
  state === 'requested' || state === 'partially_received';

/** Units on the RMA that have not come. */
export const outstanding = ({ quantity, received }: Pick<ReturnLine, 'quantity' | 'received'>): number =>
  quantity - received;
