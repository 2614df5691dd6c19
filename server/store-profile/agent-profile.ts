import type { AgentProfile } from '@orderline/contract/profile.ts';
import { isOpenAt, writtenOpeningHours } from './opening-hours.ts';
import { personContact, sayPhrase } from './say-phrase.ts';
import type { StoreProfile } from './store-profile.ts';

/**
 * The part of the profile that a job needs to talk, its phrases filled in, those of the phone where they differ. Policy
 * stays on the server.
 */
export function agentProfileOf(
  profile: StoreProfile,
  { channel, now }: { channel: 'web' | 'phone'; now: Date },
): AgentProfile {
  const { opening_hours, time_zone, phrases, change_phrases, escalation_phrases, message_phrases, limits } = profile;
  const say = (template: string) => sayPhrase(profile, template);
  const writtenHours = writtenOpeningHours(opening_hours, time_zone);
  return {
    agent_name: profile.agent.name,
    agent_description: profile.agent.description,
    store_name: profile.store_name,
    website: profile.website,
    tracking_page: profile.tracking_page,
    time_zone,
    language: profile.language,
    order_number_formats: profile.order_number_formats,
    person_contact: personContact(profile),
    ...(writtenHours === undefined ? {} : { opening_hours: writtenHours }),
    people_are_in: isOpenAt(opening_hours, time_zone, now),
    phrases: {
      opening: say(phrases.opening),
      phone_menu: say(phrases.phone_menu),
      automated_notice: say(phrases.automated_notice),
      ask_order_number: say(phrases.ask_order_number),
      ask_email: say(channel === 'phone' ? phrases.ask_email_on_phone : phrases.ask_email),
      email_another_way: say(channel === 'phone' ? phrases.email_another_way_on_phone : phrases.email_another_way),
      anything_else: say(phrases.anything_else),
      goodbye: say(phrases.goodbye),
      back_again: say(phrases.back_again),
      did_not_catch: say(phrases.did_not_catch),
      trouble: say(phrases.trouble),
      may_we_text: say(message_phrases.may_we_text),
      change_declined: say(change_phrases.declined),
      change_unknown: say(change_phrases.unknown),
      hold_over: say(escalation_phrases.hold_over),
      offer_claim: say(change_phrases.offer_claim),
      offer_exception: say(change_phrases.offer_exception),
      address_already_shipped: say(change_phrases.address_already_shipped),
    },
    limits: { silence_seconds: limits.silence_seconds },
  };
}
