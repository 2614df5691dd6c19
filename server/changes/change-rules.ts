import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import { addressChange } from './address-change.ts';
import { cancellation } from './cancellation.ts';
import type { ChangeRule, ChangeRules } from './change-kind.ts';
import { claim } from './claim.ts';
import { exchange } from './exchange.ts';
import { reship } from './reship.ts';
import { returnOfItems } from './return.ts';

/** Every kind of change there is. */
const changeRules: ChangeRules = {
  cancellation,
  address_change: addressChange,
  return: returnOfItems,
  exchange,
  claim,
  reship,
};

/** The rule that a request is for. */
export const ruleOf = ({ kind }: ProposalRequest): ChangeRule<ProposalRequest> => changeRules[kind];
