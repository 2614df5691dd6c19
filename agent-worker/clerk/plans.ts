import type { ChangeKind } from '@orderline/contract/proposal.ts';
import type { Plan } from './change-step.ts';
import { fetchFacts } from './propose-change.ts';
import type { ClerkReply } from './clerk-reply.ts';
import type { Draft } from './draft.ts';
import { planAddressChange } from './matters/address-change.ts';
import { planCancellation } from './matters/cancellation.ts';
import { planClaim } from './matters/claim.ts';
import { planExchange } from './matters/exchange.ts';
import { planReship } from './matters/reship.ts';
import { planReturn } from './matters/return.ts';
import { itemsFor } from './order-items.ts';
import type { Talk } from './talk.ts';

const plans: Record<ChangeKind, Plan> = {
  cancellation: planCancellation,
  address_change: planAddressChange,
  return: planReturn,
  exchange: planExchange,
  claim: planClaim,
  reship: planReship,
};

interface Continued {
  readonly orderNumber: string;
  readonly draft: Draft;
  /** What the caller has said that may belong to it. */
  readonly text: string;
}

/** What comes next for a change: the facts it needs, a question that is still open, or the proposal. */
export function continueChange(talk: Talk, { orderNumber, draft, text }: Continued): ClerkReply {
  const items = itemsFor(draft, orderNumber, talk);
  if (items === undefined) return fetchFacts(orderNumber, draft, talk.note);
  return plans[draft.kind]({ talk, orderNumber, draft, items, text });
}
