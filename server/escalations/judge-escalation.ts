import type { EscalationMatter, EscalationRequest } from '@orderline/contract/escalation.ts';
import type { Consequences } from '@orderline/contract/proposal.ts';
import type { RefusalReason } from '@orderline/contract/refusal.ts';
import type { ChangeFacts, Waiver } from '../changes/change-facts.ts';
import type { Refusal } from '../changes/change-kind.ts';
import { ruleOf } from '../changes/change-rules.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';

/** What the rules say to a request that a person is to decide. */
export type EscalationJudgement =
  | {
      readonly verdict: 'for_a_person';
      /** Which rule said no to the change. */
      readonly refusal?: Refusal;
      /** What the change would do if it were approved; undefined where only a person can tell. */
      readonly consequences?: Consequences;
    }
  | Refusal;

/** What is set aside of the rules when a matter is approved. */
export function waiversOf(matter: EscalationMatter): ReadonlySet<Waiver> {
  return new Set(waivers[matter]);
}

const waivers: Record<EscalationMatter, readonly Waiver[]> = {
  late_return: ['window'],
  address_abroad: ['country'],
  second_claim: ['second_claim'],
  dearer_exchange: ['price'],
  claim_limit: ['claim_limit'],
  other_contact: [],
  facts_unknown: ['window', 'returnable'],
  out_of_stock: [],
  other: ['returnable'],
  store_change: [],
};

/** What approving cannot settle at once, and a person is asked for all the same. */
const leftToPeople: Partial<Record<EscalationMatter, RefusalReason>> = {
  facts_unknown: 'facts_unknown',
  out_of_stock: 'out_of_stock',
};

/**
 * Whether a person is needed, and would be enough: a change that the rules allow anyway needs none, and one that they would
 * refuse even with the matter's own rule set aside is refused now, before anybody's time is taken.
 */
export function judgeEscalation({ matter, change }: EscalationRequest, facts: ChangeFacts): EscalationJudgement {
  if (change === undefined) return { verdict: 'for_a_person' };
  const rule = ruleOf(change);
  const refusal = rule.judge(change, facts);
  if (refusal.verdict === 'proposed') return needsNobody(facts);
  // Asked of the customer, not of the store's people.
  if (refusal.reason === 'condition_unknown') return refusal;
  const approved = rule.judge(change, { ...facts, waived: waiversOf(matter) });
  if (approved.verdict === 'proposed') {
    return { verdict: 'for_a_person', refusal, consequences: approved.consequences };
  }
  return approved.reason === leftToPeople[matter] ? { verdict: 'for_a_person', refusal } : approved;
}

function needsNobody({ profile }: ChangeFacts): Refusal {
  const say = sayPhrase(profile, profile.escalation_phrases.needs_no_approval);
  return { verdict: 'refused', reason: 'needs_no_approval', say };
}
