import type { Reach } from '../changes/change-facts.ts';
import type { Order, Parcel } from '../orders/order.ts';
import { parcelFacts, writtenMoment } from '../orders/parcel-facts.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';

export interface Searching {
  readonly order: Order;
  readonly parcel: Parcel;
  readonly profile: StoreProfile;
  readonly now: Date;
  readonly reach: Reach;
}

export const saysOpened = (searching: Searching): string =>
  say(searching.profile.investigation_phrases.opened, searching);

export const saysLookedFor = (searching: Searching & { readonly openedAt: Date }): string =>
  say(searching.profile.investigation_phrases.already_open, searching, {
    opened_on: writtenMoment(searching.openedAt, searching),
  });

function say(template: string, searching: Searching, facts: { opened_on?: string | undefined } = {}): string {
  const { order, parcel, profile, reach } = searching;
  const told_later = toldLater(profile, reach);
  return sayPhrase(profile, template, { ...parcelFacts(order, parcel, searching), told_later, ...facts });
}

function toldLater(profile: StoreProfile, { texting, hasEmail }: Reach): string {
  const { told_by_text, told_by_email, told_by_nobody } = profile.investigation_phrases;
  if (texting === 'allowed') return sayPhrase(profile, told_by_text);
  return sayPhrase(profile, hasEmail ? told_by_email : told_by_nobody);
}
