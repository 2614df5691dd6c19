import type { EscalationMatter } from '@orderline/contract/escalation.ts';
import type { OrderStatus } from '@orderline/contract/order.ts';
import type { ChangeKind } from '@orderline/contract/proposal.ts';

/** What a caller answers when the agent's words match; each once, in the order in which they stand. */
export type ScriptedAnswer = readonly [asked: RegExp, answer: string];

/** A call as data: who rings and wants what, and by what it is judged. Orders are those of the demo. */
export interface Scenario {
  readonly name: string;
  /** One of the eleven of the specification's checklist. */
  readonly isOfChecklist?: true;
  /** For a caller played by a model: who it is, and what it wants. */
  readonly persona: string;
  readonly wants: string;
  readonly order?: { readonly number: string; readonly email: string };
  /** The caller's first words. */
  readonly says: string;
  readonly answers?: readonly ScriptedAnswer[];
  /** Of all the agent says: what must be there, word for word where the specification gives the words, and what must not. */
  readonly mustSay: readonly RegExp[];
  readonly mustNotSay?: readonly RegExp[];
  /** What the call has left in the database; nothing that is not named here may have changed. */
  readonly leaves?: {
    readonly changes?: readonly ChangeKind[];
    readonly orders?: Readonly<Record<string, OrderStatus>>;
    readonly escalations?: readonly EscalationMatter[];
    readonly investigations?: number;
    /** Kinds of messages, sent or kept. */
    readonly messages?: readonly string[];
  };
}
