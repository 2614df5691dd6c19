/** What a phrase may be filled with. A fact the store does not know is undefined. */
export type Facts = Readonly<Record<string, string | undefined>>;

const placeholder = /\{([a-z_]+)\}/g;
const optionalPart = /\[([^[\]]*)\]/g;

/**
 * Fills a phrase of the store profile. `[…]` is left out when a fact inside it is not known; a sentence with an unknown
 * fact outside such a part is left out whole. What remains begins each sentence with a capital.
 */
export function fillPhrase(template: string, facts: Facts): string {
  const isKnown = (text: string) => placeholdersOf(text).every((name) => facts[name] !== undefined);
  const kept = template.replace(optionalPart, (_part, inside: string) => (isKnown(inside) ? inside : ''));
  return sentencesOf(kept)
    .filter(isKnown)
    .map((sentence) => capitalised(sentence.replace(placeholder, (_whole, name: string) => facts[name] ?? '')))
    .join(' ')
    .trim();
}

/** The names in braces, each once. */
const placeholdersOf = (template: string): string[] => [
  ...new Set([...template.matchAll(placeholder)].map(([, name = '']) => name)),
];

/** What is wrong with a phrase that may use `allowed`: whole sentences; none when it is fine. */
export function phraseProblems(template: string, allowed: readonly string[]): string[] {
  const list = allowed.map((name) => `{${name}}`).join(', ');
  const withoutPlaceholders = template.replace(placeholder, '');
  return [
    ...placeholdersOf(template)
      .filter((name) => !allowed.includes(name))
      .map((name) => `there is no {${name}} here; this phrase may use ${list}`),
    ...(/[{}]/.test(withoutPlaceholders) ? [`a brace without its partner; placeholders look like {store_name}`] : []),
    ...(/[[\]]/.test(template.replace(optionalPart, ''))
      ? ['a bracket without its partner; [a part in brackets] is left out when a fact inside is not known']
      : []),
    ...[...template.matchAll(optionalPart)]
      .filter(([, inside = '']) => placeholdersOf(inside).length === 0)
      .map(([part]) => `${part} has no placeholder, so it could never be left out; write the words, or ${list}`),
  ];
}

/** Cut where a sentence ends: after its mark, before a blank. Abbreviations that take a capital after them are kept. */
const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/);

const capitalised = (sentence: string) => sentence.replace(/^\s*\p{Ll}/u, (letter) => letter.trim().toUpperCase());
