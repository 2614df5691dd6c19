import type { EndReason } from '@orderline/contract/call.ts';
import type { CallPart } from '@orderline/contract/desk-call.ts';

/** What a call is told by; a record of `call-record-table` is one. */
export interface CallFacts {
  readonly endReason: EndReason | null;
  readonly orderNumbers: readonly string[];
  readonly hasAsked: boolean;
  readonly hasLeftMessage: boolean;
  readonly parts: readonly CallPart[];
}

/** For the store's people: "Cancellation of ORD-10003: done. Return of ORD-10021: with the team." */
export function callInShort({ endReason, orderNumbers, hasAsked, hasLeftMessage, parts }: CallFacts): string {
  const told = parts.map(
    ({ what, order_number, state }) => `${names[what]} of ${order_number}: ${states[state] ?? state}.`,
  );
  const isAboutStatus = parts.length === 0 && orderNumbers.length > 0;
  return [
    orderNumbers.length === 0 ? 'No order was verified.' : `Verified ${listed(orderNumbers)}.`,
    ...(isAboutStatus ? ['Heard how it stands.'] : []),
    ...(hasAsked ? ['Asked about the store.'] : []),
    ...told,
    ...(hasLeftMessage ? ['Left a message for the team.'] : []),
    endReason === null ? 'The call goes on.' : ends[endReason],
  ].join(' ');
}

const names: Record<CallPart['what'], string> = {
  cancellation: 'Cancellation',
  address_change: 'Address change',
  return: 'Return',
  exchange: 'Exchange',
  claim: 'Claim',
  reship: 'Reship',
  late_return: 'Request for a late return',
  address_abroad: 'Request for an address abroad',
  second_claim: 'Request for a second claim',
  dearer_exchange: 'Request for a dearer exchange',
  claim_limit: 'Request for a claim over the limit',
  other_contact: 'Request for another contact',
  facts_unknown: 'Request without the facts to decide it',
  out_of_stock: 'Request to wait for stock',
  other: 'Request',
  store_change: "Change that the store's system did not take",
  investigation: 'Investigation of a parcel',
};

/** Of changes, requests and investigations; a state without words here is told by its name. */
const states: Record<string, string> = {
  accepted: 'agreed, being carried out',
  done: 'done',
  handed_over: 'with the team',
  declined: 'declined by the customer',
  moved: 'not carried out, as the order had changed',
  pending: 'waits for a decision',
  approved: 'approved',
  refused: 'refused',
  open: 'open',
  reshipped: 'sent again',
  refunded: 'refunded',
  found: 'found',
};

const ends: Record<EndReason, string> = {
  goodbye: 'Ended with a goodbye.',
  customer_left: 'The customer hung up.',
  room_closed: 'The connection broke off.',
  silence: 'The customer had fallen silent.',
  failed: 'The call failed on our side.',
};

const listed = (orderNumbers: readonly string[]) => new Intl.ListFormat('en').format(orderNumbers);
