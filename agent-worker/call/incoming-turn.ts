import type { TurnSource } from '@orderline/contract/conversation.ts';

/** What a customer has said, typed, keyed or tapped. */
export interface IncomingTurn {
  /** Repeated under the same id, it is stored once. */
  readonly id: string;
  readonly text: string;
  readonly by: TurnSource;
}
