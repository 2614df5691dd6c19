import type { Consequences } from '@orderline/contract/proposal.ts';
import type { Reach } from '../changes/change-facts.ts';
import type { Told } from '../messages/notify-customer.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';

/** How a label will be sent: by text and e-mail, where there are both (seed, "After Every Call", 2). */
export const labelSends = ({ texting, hasEmail }: Reach): Consequences['sends'] => [
  // Whether it may be texted is asked before the change is accepted.
  ...(texting === 'never' ? [] : [{ what: 'return_label', by: 'sms' } as const]),
  ...(hasEmail ? [{ what: 'return_label', by: 'email' } as const] : []),
];

/** What is said of a label that was sent, or that the store has nobody to send with; undefined when there was no way to. */
export function labelSentSentence(
  profile: StoreProfile,
  { texted, emailed, isKept }: Pick<Told, 'texted' | 'emailed' | 'isKept'>,
): string | undefined {
  const phrases = profile.return_phrases;
  if (texted) {
    return sayPhrase(profile, emailed ? phrases.label_sent_by_text_and_email : phrases.label_sent_by_text);
  }
  if (emailed) return sayPhrase(profile, phrases.label_sent_by_email);
  return isKept ? sayPhrase(profile, phrases.label_kept) : undefined;
}
