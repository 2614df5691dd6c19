import { writtenOpeningHours } from './opening-hours.ts';
import { fillPhrase, type Facts } from './phrase-template.ts';
import type { StoreProfile } from './store-profile.ts';

/** A phrase of the profile in words, filled with these facts and with what every phrase may say of the store. */
export function sayPhrase(profile: StoreProfile, template: string, facts: Facts = {}): string {
  return fillPhrase(template, {
    store_name: profile.store_name,
    agent_name: profile.agent.name,
    website: writtenUrl(profile.website),
    tracking_page: writtenUrl(profile.tracking_page),
    // Asked for by few phrases, and made of several.
    get person_contact() {
      return personContact(profile);
    },
    ...facts,
  });
}

/** Where and when a person is reached, as a sentence. */
export function personContact({ phrases, people, opening_hours, time_zone }: StoreProfile): string {
  return fillPhrase(phrases.person_contact, {
    people_phone: people.phone,
    people_email: people.email,
    opening_hours: writtenOpeningHours(opening_hours, time_zone),
  });
}

/** As people write it: "yourstore.com/track". */
const writtenUrl = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
