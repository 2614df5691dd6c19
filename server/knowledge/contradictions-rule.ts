import type { StoreProfile } from '../store-profile/store-profile.ts';
import { policyFacts, type PolicyFact } from './policy-facts-rule.ts';
import { quantitiesIn, type Quantity, type Unit } from './quantities-rule.ts';

/** A number of a document that is not the profile's. The agent would say the one and act by the other. */
export interface Contradiction {
  /** The number's key in `store.yaml`. */
  readonly key: string;
  /** The headings above the passage, outermost first. */
  readonly headings: readonly string[];
  readonly sentence: string;
  /** "45 days". */
  readonly says: string;
  /** "30 days". */
  readonly profileSays: string;
}

interface CheckedPassage {
  readonly headings: readonly string[];
  readonly text: string;
}

const longestSentence = 240;

/** Where the passages of a document give another number than the profile. */
export function contradictions(passages: readonly CheckedPassage[], profile: StoreProfile): Contradiction[] {
  const facts = policyFacts(profile);
  return passages.flatMap(({ headings, text }) =>
    sentencesOf(text).flatMap((sentence) =>
      quantitiesIn(sentence).flatMap((quantity) => {
        const fact = factOf(facts, { sentence, quantity, headings });
        if (fact === undefined || agrees(quantity, fact, sentence)) return [];
        return [
          {
            key: fact.key,
            headings,
            sentence: sentence.slice(0, longestSentence),
            says: quantity.text,
            profileSays: fact.written,
          },
        ];
      }),
    ),
  );
}

/** A line of a list or table is a sentence too. */
const sentencesOf = (text: string) =>
  text.split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => sentence.trim() !== '');

interface Place {
  readonly sentence: string;
  readonly quantity: Quantity;
  readonly headings: readonly string[];
}

/** Which fact a number is about: by the words next to it, else by its sentence with the nearest heading. */
function factOf(facts: readonly PolicyFact[], place: Place): PolicyFact | undefined {
  const { quantity, sentence, headings } = place;
  const near = clauseOf(sentence, quantity);
  const withHeading = `${headings.at(-1) ?? ''}. ${near === sentence ? sentence : near}`;
  for (const context of [near, withHeading]) {
    const found = facts.find(
      ({ units, about, notAbout }) =>
        units.includes(quantity.unit) &&
        about.every((words) => words.test(context)) &&
        !(notAbout?.test(near) ?? false),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

const sameMeasure: Readonly<Record<Unit, 'span' | 'cents' | 'time'>> = {
  days: 'span',
  business_days: 'span',
  hours: 'span',
  cents: 'cents',
  time: 'time',
};

/** The sentence, or, where it has several numbers of that measure, what is said about this one. */
function clauseOf(sentence: string, quantity: Quantity): string {
  const alike = quantitiesIn(sentence).filter(({ unit }) => sameMeasure[unit] === sameMeasure[quantity.unit]);
  const at = alike.findIndex(({ start }) => start === quantity.start);
  const before = alike[at - 1];
  const after = alike[at + 1];
  const from = before === undefined ? 0 : before.end + cutIn(sentence.slice(before.end, quantity.start));
  const to = after === undefined ? sentence.length : quantity.end + cutIn(sentence.slice(quantity.end, after.start));
  return sentence.slice(from, to);
}

/** Where in the words between two numbers the one's end and the other's begin. */
function cutIn(between: string): number {
  const found = /[,;:—–]|\s(?:and|but|while|or)\s/.exec(between);
  return found?.index ?? between.length;
}

/** "up to 7" and "within 7" agree with 5-7. */
function agrees({ from, to }: Quantity, fact: PolicyFact, sentence: string): boolean {
  if (from === fact.from && to === fact.to) return true;
  if (from !== to) return false;
  return to === fact.to || (from === fact.from && /\b(from|at least|starting|as little as)\b/i.test(sentence));
}
