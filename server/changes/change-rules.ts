import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import { problem } from '../http/problem-response.ts';
import { addressChange } from './address-change.ts';
import { cancellation } from './cancellation.ts';
import type { ChangeRule, ChangeRules } from './change-rule.ts';
import { returnOfItems } from './return.ts';

/** Every kind of change there is. (`exchange` and `claim` are registered here by whoever builds them.) */
const changeRules: Partial<ChangeRules> = {
  cancellation,
  address_change: addressChange,
  return: returnOfItems,
};

/** The rule that a request is for. */
export function ruleOf({ kind }: ProposalRequest): ChangeRule<ProposalRequest> {
  const rule: ChangeRule<ProposalRequest> | undefined = changeRules[kind];
  if (rule === undefined) throw problem('refused');
  return rule;
}
