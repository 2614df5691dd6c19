import type { DocumentWarning } from '@orderline/contract/document.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { contradictions } from './contradictions-rule.ts';

interface WarnedDocument {
  readonly name: string;
  readonly passages: readonly { readonly headings: readonly string[]; readonly text: string }[];
}

/** Where the documents give other numbers than the profile, in the words of the contract. */
export const documentWarnings = (documents: readonly WarnedDocument[], profile: StoreProfile): DocumentWarning[] =>
  documents.flatMap(({ name, passages }) =>
    contradictions(passages, profile).map(({ key, headings, sentence, says, profileSays }) => ({
      document: name,
      headings: [...headings],
      sentence,
      key,
      says,
      profile_says: profileSays,
    })),
  );

/** A warning for people, in one line. */
export const writtenWarning = ({ document, headings, sentence, key, says, profile_says }: DocumentWarning): string =>
  `${[document, ...headings].join(' › ')}: says "${says}", but store.yaml has ${profile_says} (${key}): "${sentence}"`;
