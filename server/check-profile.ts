import { agentProfileOf } from './store-profile/agent-profile.ts';
import { loadStoreProfile, StoreProfileError } from './store-profile/load-store-profile.ts';
import { sayPhrase } from './store-profile/say-phrase.ts';
import type { StoreProfile } from './store-profile/store-profile.ts';

/** `npm run check-profile [path]`: what is wrong with the store profile, or a sample of what the agent would say. */
async function main(): Promise<void> {
  const path = process.argv[2] ?? process.env['STORE_PROFILE'] ?? './store.yaml';
  try {
    process.stdout.write(`${sampleOf(await loadStoreProfile(path))}\n\n${path} is fine.\n`);
  } catch (error) {
    if (!(error instanceof StoreProfileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function sampleOf(profile: StoreProfile): string {
  const { phrases, person_contact } = agentProfileOf(profile);
  const shipped = sayPhrase(profile, profile.status_phrases.shipped, {
    shipped_on: 'Thursday, March 5',
    carrier: 'UPS',
    tracking_number: '1Z999AA10123456784',
    estimated_delivery: 'Sunday, March 8',
  });
  return [
    phrases.opening,
    phrases.ask_order_number,
    phrases.ask_email,
    `${shipped} ${sayPhrase(profile, profile.phrases.offer_tracking_link)}`,
    phrases.anything_else,
    sayPhrase(profile, profile.phrases.verification_refused),
    person_contact,
    phrases.goodbye,
  ].join('\n');
}

await main();
