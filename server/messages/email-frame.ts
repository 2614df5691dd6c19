import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { Letter } from './letter.ts';
import type { Writing } from './notice-facts.ts';

/** What stands around every e-mail's own words. */
export interface EmailFrame {
  readonly language: string;
  readonly storeName: string;
  /** Why it was sent, and how a person is reached. */
  readonly footer: readonly string[];
}

export function emailFrame({ reason }: Letter, { profile, orderNumber }: Writing): EmailFrame {
  const { why_asked, why_order, how_to_reach_a_person } = profile.message_phrases;
  const why = sayPhrase(profile, reason === 'call' ? why_asked : why_order, { order_number: orderNumber });
  return {
    language: profile.language,
    storeName: profile.store_name,
    footer: [sayPhrase(profile, how_to_reach_a_person), why].filter((sentence) => sentence !== ''),
  };
}
