import { documentWarnings, writtenWarning } from './knowledge/document-warnings.ts';
import { shippedDocuments } from './knowledge/seed-knowledge.ts';
import { agentProfileOf } from './store-profile/agent-profile.ts';
import { loadStoreProfile, StoreProfileError } from './store-profile/load-store-profile.ts';
import { sayPhrase } from './store-profile/say-phrase.ts';
import type { StoreProfile } from './store-profile/store-profile.ts';

/**
 * `npm run check-profile [path]`: what is wrong with the store profile, or a sample of what the agent would say, and where
 * the documents that come with Orderline give other numbers.
 */
async function main(): Promise<void> {
  const path = process.argv[2] ?? process.env['STORE_PROFILE'] ?? './store.yaml';
  try {
    const profile = await loadStoreProfile(path);
    // Those that a store has imported are in its database: `npm run knowledge -- --list` compares them.
    const warnings = documentWarnings(await shippedDocuments(), profile).map(writtenWarning);
    process.stdout.write(`${[sampleOf(profile), '', ...warnings, `${path} is fine.`].join('\n')}\n`);
  } catch (error) {
    if (!(error instanceof StoreProfileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function sampleOf(profile: StoreProfile): string {
  const { phrases, person_contact } = agentProfileOf(profile, { channel: 'web', now: new Date() });
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
