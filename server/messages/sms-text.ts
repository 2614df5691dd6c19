import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { Letter } from './letter.ts';
import type { Writing } from './notice-facts.ts';
import { inGsmAlphabet } from './sms-length.ts';

/** A whole text: who writes stands first, and on a number's first text how to stop them last (CTIA messaging principles). */
export function smsText({ text }: Letter, { profile }: Writing, { isFirst }: { isFirst: boolean }): string {
  const stop = isFirst ? `\n${sayPhrase(profile, profile.message_phrases.how_to_stop)}` : '';
  return inGsmAlphabet(`${profile.store_name}: ${text}${stop}`);
}
