import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import type { Row } from '../messages/letter.ts';
import { writtenAddress } from '../orders/written-address.ts';
import { dayIn, writtenDay } from '../policy/store-calendar.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { calledInSentence } from './escalation-wording.ts';
import type { EscalationRow } from './escalations-table.ts';

export type AskedEscalation = Pick<
  EscalationRow,
  'order_number' | 'matter' | 'request' | 'change' | 'context' | 'asked_at'
>;

/** "A return after the return window". */
export function escalationTitle(profile: StoreProfile, escalation: AskedEscalation): string {
  if (escalation.matter === 'store_change') return 'A change to make by hand';
  return calledInSentence(profile, escalation).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** What a person who decides is shown beside the customer's words, in the e-mail and on the page. */
export function escalationRows(profile: StoreProfile, escalation: AskedEscalation): Row[] {
  const { order_number, change, context, asked_at } = escalation;
  const today = dayIn(profile.time_zone, asked_at);
  const row = (name: string, value: string | undefined): Row[] => (value === undefined ? [] : [{ name, value }]);
  return [
    ...row('Order', order_number),
    ...row('Items', context.lines.map(({ quantity, name }) => `${quantity} x ${name}`).join(', ') || undefined),
    ...(change === null ? [] : wishRows(change)),
    ...row('Ordered', writtenDay(context.ordered_on, today)),
    ...row('Delivered', context.delivered_on && writtenDay(context.delivered_on, today)),
    ...row('Days past the window', context.days_late?.toString()),
    ...row('Loyalty', context.loyalty_tier),
    ...row('Borderline', context.is_borderline ? 'Yes' : undefined),
  ];
}

function wishRows(change: ProposalRequest): Row[] {
  switch (change.kind) {
    case 'cancellation':
      return [{ name: 'Wish', value: 'Cancel' }];
    case 'address_change':
      return [{ name: 'New address', value: writtenAddress(change.address) }];
    case 'return':
      return [{ name: 'Wish', value: `Return (${wordsOf(change.reason)})` }];
    case 'exchange':
      return change.lines.map(({ quantity, variant }) => ({
        name: 'Exchange for',
        value: `${quantity} x ${Object.entries(variant)
          .map(([axis, value]) => `${axis} ${value}`)
          .join(', ')}`,
      }));
    case 'claim':
      return [{ name: 'Wish', value: `${wordsOf(change.wish)} (${wordsOf(change.problem)})` }];
    case 'reship':
      return [
        {
          name: 'Send again to',
          value: change.address === undefined ? "the order's address" : writtenAddress(change.address),
        },
      ];
  }
}

/** `not_as_described` as people write it. */
const wordsOf = (name: string) => name.replaceAll('_', ' ');
