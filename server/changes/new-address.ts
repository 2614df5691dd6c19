import type { PostalAddress } from '@orderline/contract/address.ts';
import type { RefusalReason } from '@orderline/contract/refusal.ts';
import { checkAddress } from '../policy/deliverable-address-rule.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { Refusal } from './change-kind.ts';

/** An address that the order may go to, as carriers write it: complete, its zip in its state, and in the order's country. */
export function newAddress(
  address: PostalAddress,
  facts: ChangeFacts,
): { readonly verdict: 'deliverable'; readonly address: PostalAddress } | Refusal {
  const home = facts.order.shipTo?.country;
  if (home === undefined) return refuse('facts_unknown', facts);
  if (address.country !== home && !facts.waived.has('country')) return refuse('abroad', facts);
  const check = checkAddress(address);
  return check.is === 'deliverable' ? { verdict: 'deliverable', address: check.address } : refuse(check.is, facts);
}

type Undeliverable = Extract<RefusalReason, 'facts_unknown' | 'abroad' | 'incomplete_address' | 'zip_not_in_state'>;

function refuse(reason: Undeliverable, { profile }: ChangeFacts): Refusal {
  const phrases = profile.change_phrases;
  switch (reason) {
    case 'facts_unknown':
      return { verdict: 'refused', reason, say: sayPhrase(profile, phrases.facts_unknown), offers: ['escalation'] };
    case 'abroad':
      return { verdict: 'refused', reason, say: sayPhrase(profile, phrases.address_abroad), offers: ['escalation'] };
    case 'incomplete_address':
      return { verdict: 'refused', reason, say: sayPhrase(profile, phrases.address_incomplete) };
    case 'zip_not_in_state':
      return { verdict: 'refused', reason, say: sayPhrase(profile, phrases.address_zip_not_in_state) };
  }
}
