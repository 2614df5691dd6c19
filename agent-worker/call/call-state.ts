import type { JoinResponse } from '@orderline/contract/call.ts';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import type { EventQueue } from '../server-api/event-queue.ts';
import type { OrderDesk } from '../server-api/order-desk.ts';
import type { ServerClient } from '../server-api/server-client.ts';
import { OneAfterTheOther } from '../tools/one-after-the-other.ts';
import { Confirmation } from './confirmation.ts';
import { paceIn } from './pace.ts';

/** The server's methods, without the client behind them. */
export type CallServer = Pick<ServerClient, Exclude<keyof ServerClient, 'ask'>>;
export type CallDesk = Pick<OrderDesk, keyof OrderDesk>;

/** Where a call stands: what this job may still do in it. */
export type CallPhase =
  | 'waiting for the customer'
  | 'talking'
  /** The last sentence is being said. */
  | 'closing'
  /** Ended by this job, or taken over by another one: nothing more is said or stored. */
  | 'over';

/** One call as its job knows it. Everything that must outlive the job is on the server. */
export class CallState {
  readonly id: string;
  /** Over the telephone there are keys, no cards, and no way to come back; its sound is often narrowband. */
  readonly channel: JoinResponse['channel'];
  readonly profile: AgentProfile;
  readonly today: string;
  readonly customerIdentity: string;
  readonly isResumed: boolean;
  readonly server: CallServer;
  readonly desk: CallDesk;
  readonly events: EventQueue;
  readonly confirmation: Confirmation;
  /** The last of several proposals that a model makes at once must be the last here as it is on the server. */
  readonly proposing = new OneAfterTheOther();
  /** Told when a tool begins and ends to keep the caller waiting. */
  onWorking: (isWorking: boolean) => void = () => undefined;
  /** Told when the store's people look at a request, and the caller may wait for them. */
  onHold: () => void = () => undefined;
  phase: CallPhase = 'waiting for the customer';
  /** How fast the caller wants to be spoken to; 1 is the voice's own pace. */
  pace: number;
  /** The clerk's mark on the last thing the agent said; undefined after another model's turn. */
  lastNote: Readonly<Record<string, unknown>> | undefined;
  /** The mark on what is about to be said, if it comes to that: callers answer before a question has ended. */
  comingNote: Readonly<Record<string, unknown>> | undefined;
  /** When the customer's last turn was complete, for the latency of the answer. */
  turn: { id: string; completedAtMs: number } | undefined;
  /** The change that the store's rules refused last: what a person may be asked to allow. */
  refusedChange: { orderNumber: string; request: ProposalRequest } | undefined;
  /** The orders whose customer this caller proved to be; the server keeps them too. */
  readonly verifiedOrders: Set<string>;
  /** The ids of the customer's turns so far, before this job's time as well: what comes again is not taken again. */
  readonly takenTurns: Set<string>;
  /** The customer's last turn, which a tool answers to; also after a job took over. */
  lastCustomerTurn: { id: string; text: string } | undefined;

  constructor(
    joined: JoinResponse,
    { server, desk, events }: { server: CallServer; desk: CallDesk; events: EventQueue },
  ) {
    this.id = joined.call_id;
    this.channel = joined.channel;
    this.profile = joined.profile;
    this.today = joined.today;
    this.customerIdentity = joined.customer_identity;
    this.isResumed = joined.conversation.length > 0;
    this.verifiedOrders = new Set(joined.verified_orders.map(({ order_number }) => order_number));
    this.pace = paceIn(joined.conversation);
    const turns = joined.conversation.filter((item) => item.kind === 'turn').filter(({ role }) => role === 'customer');
    this.takenTurns = new Set(turns.map(({ id }) => id));
    this.lastCustomerTurn = turns.at(-1);
    this.server = server;
    this.desk = desk;
    this.events = events;
    this.confirmation = new Confirmation({ desk, events, phrases: joined.profile.phrases });
    this.confirmation.resume(joined.conversation, joined.pending_proposal);
  }

  get isOver(): boolean {
    return this.phase === 'over';
  }
}
