import type { Offer, RefusalReason } from '@orderline/contract/refusal.ts';
import { problem } from '@orderline/contract/problem.ts';
import * as z from 'zod/mini';
import { ask, type Step } from './change-step.ts';
import type { ClerkReply } from './clerk-reply.ts';
import { settle } from './continue-after.ts';
import type { AskedMatter, Draft } from './draft.ts';
import type { Refusal } from './order-items.ts';
import { sentences } from './sentences.ts';

type RefusedStep = Omit<Step, 'items' | 'text'>;

/** What a person is asked about, by the rule that said no. */
const matters: Partial<Record<RefusalReason, AskedMatter>> = {
  window_passed: 'late_return',
  abroad: 'address_abroad',
  already_claimed: 'second_claim',
  dearer: 'dearer_exchange',
  claim_limit: 'claim_limit',
  other_contact: 'other_contact',
  facts_unknown: 'facts_unknown',
  out_of_stock: 'out_of_stock',
};

/** How the store's sentences ask for each thing they offer; what is not here is the first of them. */
const askedFor: readonly (readonly [Offer, RegExp])[] = [
  ['escalation', /\b(our team|ask them)\b/i],
  ['claim', /\b(defect|damage|something wrong)/i],
  ['other_variant', /\b(which|one of those|another one)\b/i],
  ['investigation', /\blook at where\b/i],
  ['refund', /\brefund\b/i],
  ['return', /\b(return|refund)\b/i],
];

const refusal = z.object({
  say: problem.shape.say,
  reason: problem.shape.reason,
  offers: problem.shape.offers,
  rma: problem.shape.rma,
});

/** The refusal in a tool's answer; one that has no sentence is trouble of another kind. */
export function refusalIn(output: unknown): Refusal | undefined {
  const parsed = refusal.safeParse(output);
  return parsed.success && parsed.data.say !== undefined ? { ...parsed.data, say: parsed.data.say } : undefined;
}

/** Says why something cannot be done, in the store's words, and asks what its rules ask or offer next. */
export function tellRefusal(step: RefusedStep, { say, reason, offers = [], rma }: Refusal): ClerkReply {
  const { talk } = step;
  const matter = matters[reason ?? 'no_such_line'] ?? 'other';
  if (reason === 'condition_unknown') return ask(step, { say, asked: 'condition', about: 'condition' });
  if (reason === 'incomplete_address') return ask(step, { say, asked: 'address', about: 'address' });
  if (reason === 'zip_not_in_state') return ask(withoutZip(step), { say, asked: 'address', about: 'address' });
  if (reason === 'no_such_line')
    return ask(withDraft(step, { lines: undefined }), { say, asked: 'items', about: 'items' });
  if (reason === 'needs_no_approval')
    return ask(withDraft(step, { exception: undefined }), { say, asked: 'yes_no', about: 'offered', offers: [] });
  const question = /[^.!?]*\?\s*$/.exec(say)?.[0];
  if (question !== undefined && /\bnew order\b/.test(question))
    return ask(step, { say, asked: 'yes_no', about: 'new_order' });
  if (question !== undefined && /\bhow many\b/i.test(question))
    return ask(withoutCounts(step), { say, asked: 'items', about: 'quantity' });
  if (question !== undefined && offers.length > 0) {
    const first = offerAsked(question, offers);
    const rest = offers.filter((offer) => offer !== first);
    const isChoice = first === 'other_variant';
    return ask(isChoice ? withoutVariants(step) : step, {
      say,
      asked: isChoice ? 'variant' : 'yes_no',
      about: isChoice ? 'variant' : 'offered',
      offers: [first, ...rest],
      rma,
      matter,
    });
  }
  // "You're welcome to return it": what can be done at once is offered at once.
  if (offers[0] === 'return')
    return ask(step, {
      say: sentences(say, 'Would you like to return it?'),
      asked: 'yes_no',
      about: 'offered',
      offers,
      rma,
    });
  return settle(talk, say);
}

function offerAsked(question: string, offers: readonly Offer[]): Offer {
  const asked = askedFor.find(([offer, pattern]) => offers.includes(offer) && pattern.test(question));
  return asked?.[0] ?? offers[0] ?? 'wait';
}

const withDraft = (step: RefusedStep, change: Partial<Draft>): RefusedStep => ({
  ...step,
  draft: { ...step.draft, ...change },
});

const withoutCounts = (step: RefusedStep): RefusedStep =>
  withDraft(step, { lines: step.draft.lines?.map(({ line, variant }) => ({ line, variant })) });

const withoutVariants = (step: RefusedStep): RefusedStep =>
  withDraft(step, { lines: step.draft.lines?.map(({ line, quantity }) => ({ line, quantity })) });

/** Said again with its state: which of the two was wrong cannot be told. */
function withoutZip(step: RefusedStep): RefusedStep {
  const kept = Object.entries(step.draft.address ?? {}).filter(([part]) => part !== 'zip' && part !== 'state');
  return withDraft(step, { address: Object.fromEntries(kept) });
}
