import type { Kysely } from 'kysely';
import type { ChangeKind, Consequences, ProposalRequest, RequestOf } from '@orderline/contract/proposal.ts';
import type { Offer, RefusalReason } from '@orderline/contract/refusal.ts';
import type { Effect } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import type { Order } from '../orders/order.ts';
import type { ChangeFacts } from './change-facts.ts';

/** What the store's rules say to a request. */
export type Judgement = Proposed | Refusal;

/** It may be done, and this is exactly what it would do. */
export interface Proposed {
  readonly verdict: 'proposed';
  readonly consequences: Consequences;
  readonly effects: readonly Effect[];
  /** The read-back, which asks for a yes. */
  readonly say: string;
}

export interface Refusal {
  readonly verdict: 'refused';
  readonly reason: RefusalReason;
  readonly say: string;
  readonly offers?: readonly Offer[];
  /** The return that is open already. */
  readonly rma?: string;
}

/** Who had a change made: the caller of a call who confirmed it, or a member of staff who approved it: null by a link. */
export type Origin =
  | { readonly by: 'customer'; readonly callId: string }
  | { readonly by: 'staff'; readonly staffId: string | null; readonly callId: string | undefined };

/** A change whose effects the store has carried out. */
export interface CarriedOut<Request extends ProposalRequest> {
  /** Of the proposal, or of the escalation that was approved. */
  readonly changeId: string;
  readonly request: Request;
  readonly proposed: Proposed;
  /** As it was before. */
  readonly order: Order;
  /** The number that `reserveRma` gave. */
  readonly rma: string | undefined;
  readonly origin: Origin;
  readonly at: Date;
}

interface Recorded {
  /** What the customer is told now that it is done. */
  readonly say: string;
}

/** One kind of change: what the rules say to it, and what Orderline itself keeps and sends of it. */
export interface ChangeRule<Request extends ProposalRequest> {
  /** Pure: the same facts give the same judgement, when it is proposed and again when it is accepted. */
  judge(request: Request, facts: ChangeFacts): Judgement;
  /** For kinds that make a return: takes the next RMA number, before the store is told. */
  reserveRma?(transaction: Kysely<Database>): Promise<string>;
  /** RMA or claim, messages and webhooks: in the transaction in which the effects were carried out. */
  record(context: AppContext, transaction: Kysely<Database>, change: CarriedOut<Request>): Promise<Recorded>;
}

export type ChangeRules = { readonly [Kind in ChangeKind]: ChangeRule<RequestOf<Kind>> };
