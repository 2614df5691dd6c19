import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { ChangeFacts } from '../changes/change-facts.ts';
import type { Refusal } from '../changes/change-kind.ts';
import { returnable } from '../policy/returnable-rule.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { ReturnRecord } from './return-record.ts';
import { returnRefusal } from './return-refusal.ts';

export interface SentBack {
  readonly lines: readonly Units[];
  readonly condition?: RequestOf<'return'>['condition'];
  /** The open exchange that this takes the place of. */
  readonly insteadOf?: ReturnRecord | undefined;
}

/**
 * Why items cannot be sent back, for a return as for an exchange; undefined when they can. One that cannot refuses all. The
 * condition comes last, so that it is asked only when its answer decides, and is asked, never assumed (DESIGN §6); what a
 * member of staff has approved is looked at when it comes back.
 */
export function refuseReturn({ lines, condition, insteadOf }: SentBack, facts: ChangeFacts): Refusal | undefined {
  const { order, profile, now, waived, reach } = facts;
  const no = lines
    .map((units) => returnable(units, { ...facts, insteadOf }))
    .find((judged) => judged.verdict === 'not_returnable');
  if (no !== undefined) return returnRefusal(no, { order, profile, now, isAmongSeveral: lines.length > 1 });

  const phrases = profile.return_phrases;
  if (condition === 'used' && !waived.has('returnable')) {
    const say = sayPhrase(profile, phrases.condition_not_met);
    return { verdict: 'refused', reason: 'condition_not_met', say, offers: ['claim'] };
  }
  if (condition === undefined && waived.size === 0) {
    return { verdict: 'refused', reason: 'condition_unknown', say: conditionQuestion(lines, facts) };
  }
  if (reach.texting === 'never' && !reach.hasEmail) {
    const say = sayPhrase(profile, phrases.no_contact);
    return { verdict: 'refused', reason: 'no_contact', say, offers: ['escalation'] };
  }
  return undefined;
}

/** One question, whatever the number of items. */
function conditionQuestion(lines: readonly Units[], { order, profile }: ChangeFacts): string {
  const [only, another] = lines;
  const { ask_condition, ask_condition_of_several } = profile.return_phrases;
  if (another !== undefined || only?.quantity !== 1) return sayPhrase(profile, ask_condition_of_several);
  return sayPhrase(profile, ask_condition, { item: order.lines.find(({ line }) => line === only.line)?.name });
}
