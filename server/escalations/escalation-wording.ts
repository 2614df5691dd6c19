import type { EscalationResponse } from '@orderline/contract/escalation.ts';
import type { ChangeFacts, Reach } from '../changes/change-facts.ts';
import { isOpenAt, writtenOpeningHours } from '../store-profile/opening-hours.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import type { EscalationRow } from './escalations-table.ts';

/** Whether the caller may hold for a decision, or the store's people are not in (DESIGN §7, "Escalation"). */
export function saysLogged(
  { profile, now, reach }: Pick<ChangeFacts, 'profile' | 'now' | 'reach'>,
  { isNew }: { isNew: boolean },
): Pick<EscalationResponse, 'wait' | 'say'> {
  const phrases = profile.escalation_phrases;
  const { opening_hours, time_zone } = profile;
  const isOpen = isOpenAt(opening_hours, time_zone, now);
  const logged = sayPhrase(profile, isNew ? phrases.logged : phrases.already_logged);
  const next = sayPhrase(profile, isOpen ? phrases.please_hold : phrases.not_in, {
    told_later: toldLater(profile, reach),
    opening_hours: writtenOpeningHours(opening_hours, time_zone),
  });
  return { wait: isOpen ? 'hold' : 'message', say: `${logged} ${next}` };
}

/** How the decision reaches a customer who is no longer on the line. */
function toldLater(profile: StoreProfile, { texting, hasEmail }: Reach): string {
  const { told_by_text, told_by_email, told_by_nobody } = profile.escalation_phrases;
  if (texting === 'allowed') return sayPhrase(profile, told_by_text);
  return sayPhrase(profile, hasEmail ? told_by_email : told_by_nobody);
}

/** What was asked for, within a sentence: "a return after the return window". */
export function calledInSentence(
  { escalation_phrases: { called } }: StoreProfile,
  { matter, change }: Pick<EscalationRow, 'matter' | 'change'>,
): string {
  return matter === 'late_return' && change?.kind === 'exchange' ? called.late_exchange : called[matter];
}

/** What the caller hears of a decision. */
export function saysDecided(
  profile: StoreProfile,
  escalation: Pick<EscalationRow, 'matter' | 'change' | 'state' | 'words' | 'outcome'>,
): string {
  const { approved, refused, already_logged } = profile.escalation_phrases;
  if (escalation.state === 'pending') return sayPhrase(profile, already_logged);
  return sayPhrase(profile, escalation.state === 'approved' ? approved : refused, {
    request: calledInSentence(profile, escalation),
    words: escalation.words ?? undefined,
    outcome: escalation.outcome?.say,
  });
}
