import { joined, writtenMoment } from '../orders/parcel-facts.ts';
import { writtenPrice } from '../orders/written-price.ts';
import type { Day } from '../policy/store-calendar.ts';
import type { Facts } from '../store-profile/phrase-template.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import type { Block } from './letter.ts';
import type { Item, Refund, TrackedParcel } from './notice.ts';

/** Of whom and when a letter is written. */
export interface Writing {
  readonly profile: StoreProfile;
  readonly now: Date;
  readonly orderNumber: string;
}

/** The words of a notice, with the facts that are known. */
export function writeWords(
  { profile, orderNumber }: Writing,
  words: { readonly text: string; readonly subject: string; readonly email: string },
  facts: Facts = {},
): { text: string; subject: string; email: string } {
  const known = { order_number: orderNumber, people_phone: profile.people.phone, ...facts };
  const write = (template: string) => sayPhrase(profile, template, known);
  return { text: write(words.text), subject: write(words.subject), email: write(words.email) };
}

/** "Sunday, March 8". */
export const writtenOn = (day: Day | undefined, writing: Writing): string | undefined => writtenMoment(day, writing);

const refundBusinessDays = ({ returns }: StoreProfile): string =>
  `${returns.refund_business_days.from} to ${returns.refund_business_days.to}`;

export function refundFacts(refund: Refund | undefined, { profile }: Writing): Facts {
  const methods = refund?.parts.map(({ method }) => method) ?? [];
  return {
    refund_amount: refund === undefined ? undefined : writtenPrice(refund.amountCents, refund.currency),
    refund_method: methods.length === 0 ? 'original payment method' : joined([...new Set(methods)]),
    refund_business_days: refundBusinessDays(profile),
  };
}

export const parcelFacts = (parcel: TrackedParcel | undefined, writing: Writing): Facts => ({
  carrier: parcel?.carrier,
  tracking_number: parcel?.trackingNumber,
  tracking_url: parcel?.url,
  estimated_delivery: writtenOn(parcel?.estimatedDelivery, writing),
});

const longestNameInText = 32;

/** For a text, where every character counts: "2 x Classic Tee - Navy, Size M and 1 more". */
export function shortItems(items: readonly Item[]): string | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  const more = others.reduce((sum, { quantity }) => sum + quantity, 0);
  const letters = Array.from(first.name);
  const name =
    letters.length <= longestNameInText
      ? first.name
      : `${letters
          .slice(0, longestNameInText - 3)
          .join('')
          .trim()}...`;
  return `${first.quantity} x ${name}${more > 0 ? ` and ${more} more` : ''}`;
}

export const itemList = (items: readonly Item[]): Block[] =>
  items.length === 0 ? [] : [{ block: 'list', entries: items.map(({ name, quantity }) => `${quantity} x ${name}`) }];

/** The way to follow a parcel, with its number for those who would rather type it. */
export function trackingBlocks({ carrier, trackingNumber, url }: TrackedParcel): Block[] {
  const rows = [
    ...(carrier === undefined ? [] : [{ name: 'Carrier', value: carrier }]),
    ...(trackingNumber === undefined ? [] : [{ name: 'Tracking number', value: trackingNumber }]),
  ];
  return [
    ...(rows.length === 0 ? [] : [{ block: 'table' as const, caption: 'Your parcel', rows }]),
    ...(url === undefined ? [] : [{ block: 'link' as const, words: 'Follow your parcel', url }]),
  ];
}
