import { synonyms, type Synonym } from './synonyms-rule.ts';

/** One thing that a question is about: words for it, of which a passage needs one. Several words in one are all needed. */
export type Concept = readonly string[];

/** Said, but not asked; beside the words that PostgreSQL's English leaves out. */
const fillers = new Set(
  words(`um uh er erm hmm hey hi hello ok okay yeah yes well like please thanks thank now still ever also already even always
    just only actually really right some any maybe sort kind bit lot once one ones two
    gonna gotta wanna got get getting gets want wanted need make makes go goes going let lets try
    would could should might dont cant wont didnt isnt wasnt doesnt havent hasnt
    whats wheres hows thats theres im ive id ill youre its
    guy guys stuff thing things something anything way
    tell know say says said think guess see ask help question wonder wondering bought buy purchased`),
);
const mostConcepts = 24;
const longestPhrase = Math.max(...synonyms.flatMap(({ said }) => said.map((phrase) => words(phrase).length)));

/** What a question asks about, as it is said by people: fillers dropped, and beside each word others that mean it. */
export function askedConcepts(question: string): Concept[] {
  const said = words(question);
  const concepts: Concept[] = [];
  for (let at = 0; at < said.length && concepts.length < mostConcepts;) {
    const { length, means } = meaningAt({ said, at, question }) ?? { length: 1, means: [] };
    const phrase = said.slice(at, at + length).join(' ');
    if (length > 1 || means.length > 0 || !fillers.has(phrase)) concepts.push([...new Set([phrase, ...means])]);
    at += length;
  }
  return concepts;
}

interface Place {
  readonly said: readonly string[];
  readonly at: number;
  readonly question: string;
}

/** The longest phrase that begins at this word and means something else too. */
function meaningAt({ said, at, question }: Place): { length: number; means: string[] } | undefined {
  for (let length = longestPhrase; length > 0; length -= 1) {
    const means = (meanings.get(keyOf(said.slice(at, at + length))) ?? [])
      .filter(({ beside }) => beside?.test(question) ?? true)
      .flatMap(({ means }) => means);
    if (means.length > 0) return { length, means };
  }
  return undefined;
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{N}$%]+/u)
    .filter((word) => word !== '');
}

/** Enough to bring "returning" and "returns" together; the search has a better one. */
function stem(word: string): string {
  const base = word.replace(/(ing|ed|es|s|e)$/, '');
  return base.length >= 3 ? base : word;
}

const keyOf = (said: readonly string[]) => said.map(stem).join(' ');

const meanings = new Map<string, Synonym[]>();
for (const synonym of synonyms) {
  for (const phrase of synonym.said) {
    const key = keyOf(words(phrase));
    meanings.set(key, [...(meanings.get(key) ?? []), synonym]);
  }
}
