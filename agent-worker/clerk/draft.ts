import type { ChangeKind, RequestOf } from '@orderline/contract/proposal.ts';
import { claimProblem, changeReason } from '@orderline/contract/proposal.ts';
import type { EscalationRequest } from '@orderline/contract/escalation.ts';
import * as z from 'zod/mini';
import type { AddressParts } from '../hearing/hear-address.ts';
import type { ToolResult } from './tool-result.ts';

const draftLine = z.object({
  line: z.int(),
  /** Absent until it is known how many of them. */
  quantity: z.optional(z.int()),
  /** What it is exchanged for. */
  variant: z.optional(z.record(z.string(), z.string())),
});
export type DraftLine = z.infer<typeof draftLine>;

export type AskedMatter = EscalationRequest['matter'];

/** A change that is being put together, question by question, until it can be proposed. */
export interface Draft {
  readonly kind: ChangeKind;
  /** What the caller said of it before the items of the order were known. */
  readonly words?: string | undefined;
  readonly lines?: readonly DraftLine[] | undefined;
  readonly reason?: RequestOf<'return'>['reason'] | undefined;
  readonly reasonWords?: string | undefined;
  readonly condition?: RequestOf<'return'>['condition'];
  readonly problem?: RequestOf<'claim'>['problem'] | undefined;
  readonly settleBy?: RequestOf<'claim'>['wish'] | undefined;
  readonly address?: AddressParts | undefined;
  /** The open exchange that a return takes the place of. */
  readonly insteadOf?: string | undefined;
  /** The rules refuse it, and a person may allow it: about what, and whether the caller wants that. */
  readonly exception?: { readonly matter: AskedMatter; readonly isAgreed: boolean } | undefined;
}

/** As the proposing tools take them. */
export function argumentsOf(draft: Draft): Record<string, unknown> {
  const { kind, reasonWords, condition, problem, settleBy, address, insteadOf } = draft;
  const lines = draft.lines?.map(({ line, quantity = 1 }) => ({ line, quantity }));
  const words = reasonWords === undefined ? {} : { reason_words: reasonWords };
  const reason = { reason: draft.reason ?? 'other', ...words };
  const asked = condition === undefined ? {} : { condition };
  switch (kind) {
    case 'cancellation':
      return { ...(lines === undefined ? {} : { lines }), ...(draft.reason === undefined ? {} : reason) };
    case 'address_change':
      return { ...address };
    case 'reship':
      return address === undefined ? {} : { address };
    case 'return':
      return { lines, ...reason, ...asked, ...(insteadOf === undefined ? {} : { instead_of: insteadOf }) };
    case 'exchange':
      return {
        lines: draft.lines?.map(({ line, quantity = 1, variant = {} }) => ({ line, quantity, variant })),
        ...reason,
        ...asked,
      };
    case 'claim':
      return { lines, problem: problem ?? 'damaged', wish: settleBy, ...words };
  }
}

const proposingTools: Record<`propose_${ChangeKind}`, ChangeKind> = {
  propose_cancellation: 'cancellation',
  propose_address_change: 'address_change',
  propose_return: 'return',
  propose_exchange: 'exchange',
  propose_claim: 'claim',
  propose_reship: 'reship',
};

const changeProposedBy = (tool: string): ChangeKind | undefined =>
  Object.entries(proposingTools).find(([name]) => name === tool)?.[1];

const proposedArguments = z.object({
  lines: z.catch(z.optional(z.array(draftLine)), undefined),
  reason: z.catch(z.optional(changeReason), undefined),
  reason_words: z.catch(z.optional(z.string()), undefined),
  condition: z.catch(z.optional(z.enum(['as_new', 'used'])), undefined),
  problem: z.catch(z.optional(claimProblem), undefined),
  wish: z.catch(z.optional(z.enum(['replacement', 'refund'])), undefined),
  instead_of: z.catch(z.optional(z.string()), undefined),
});
const addressArguments = z.partial(
  z.object({
    street: z.string(),
    street2: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    country: z.string(),
  }),
);

/** The draft behind a proposal, whichever model made it; undefined for a call of another tool. */
export function draftOf({ name, args }: Pick<ToolResult, 'name' | 'args'>): Draft | undefined {
  const kind = changeProposedBy(name);
  if (kind === undefined) return undefined;
  const parsed = proposedArguments.safeParse(args);
  const given = parsed.success ? parsed.data : {};
  const address = addressArguments.safeParse(kind === 'reship' ? args['address'] : args);
  const isAddress = (kind === 'reship' || kind === 'address_change') && address.success;
  return {
    kind,
    lines: given.lines,
    reason: given.reason,
    reasonWords: given.reason_words,
    condition: given.condition,
    problem: given.problem,
    settleBy: given.wish,
    insteadOf: given.instead_of,
    ...(isAddress ? { address: withoutGaps(address.data) } : {}),
  };
}

const withoutGaps = (parts: Record<string, string | undefined>): AddressParts =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
