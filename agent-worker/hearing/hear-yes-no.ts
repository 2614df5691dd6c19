import { restatementEnd } from './restatement.ts';
import { standsAt, tokensOf, type Token } from './tokens-of.ts';
import { answerPhrases, type PhraseKind } from './yes-no-phrases.ts';

export type YesNo = 'yes' | 'no' | 'unclear';

/** In a sentence that begins with a no, these leave it open what the caller wants. */
const opensAgain =
  /\b(but|if|unless|maybe|perhaps|possibly|probably|guess|suppose|depends|until|unsure|sure|yes|yeah|yep|okay|ok|what|when|where|why|how|who|which|hold|moment|second|could|can|would you)\b/;
/** Beside these an echo says yes: "yes, cancel it", "yes, that's okay". */
const clearYes = /\b(yes|yeah|yep|yup|go ahead|correct|sure|definitely|absolutely|of course)\b/;
/** Of a language that is not understood here: what it adds to a yes is not known. */
const foreignLetter = /[^\P{L}a-zA-Z]|\p{M}/u;
const plainNo = new Set(['no', 'nope', 'nah', 'naw']);

/**
 * Hears a yes or a no. A yes is one only when nothing else is said: with a condition, a question, a hedge or a further
 * wish it is unclear. Of a corrected answer the last part counts.
 * @param question what was asked, when it is known: "yes, cancel it" is no yes to a question about something else
 */
export function hearYesNo(text: string, question?: string): YesNo {
  if (text.includes('?')) return 'unclear';
  const words = tokensOf(text.toLowerCase().replace(/mm-hmm/g, 'mm hmm')).filter(({ text: word }) =>
    /[a-z0-9]/.test(word),
  );
  const phrases = phrasesOf(words, question);
  if (phrases === undefined) return isPlainNo(words) ? 'no' : 'unclear';
  if (phrases.includes('doubt')) return 'unclear';
  const answers = split(phrases).map(answerOf);
  const answered = answers.filter((answer) => answer !== undefined);
  const last = answered.at(-1);
  if (last === undefined || answered.includes('unclear')) return 'unclear';
  if (last === 'no') return 'no';
  const said = words.map(({ text: word }) => word).join(' ');
  const isUncertain = foreignLetter.test(text) || (phrases.includes('echo') && !clearYes.test(said));
  // "yes, wait", "yes, scratch that": a yes that is held back. "wait, yes" is one only where it takes back a no.
  const isHeldBack = answers.at(-1) === undefined || (words.some(isHold) && answered.length === 1);
  return isUncertain || isHeldBack ? 'unclear' : 'yes';
}

const isHold = ({ text }: Token) => text === 'wait' || text === 'hang' || text === 'sorry' || text === 'mean';

/** What the phrases do of which the whole utterance consists; undefined when there is anything else in it. */
function phrasesOf(words: readonly Token[], question: string | undefined): PhraseKind[] | undefined {
  const kinds: PhraseKind[] = [];
  for (let at = 0; at < words.length;) {
    const here = at;
    const phrase = answerPhrases.find((known) => standsAt(words, here, known.words));
    const phraseEnd = at + (phrase?.words.length ?? 0);
    const restated = restatementEnd(words, at, question) ?? at;
    if (Math.max(phraseEnd, restated) === at) return undefined;
    kinds.push(phrase !== undefined && phraseEnd >= restated ? phrase.kind : 'echo');
    at = Math.max(phraseEnd, restated);
  }
  return kinds;
}

/** The stretches between corrections. */
function split(phrases: readonly PhraseKind[]): PhraseKind[][] {
  const parts: PhraseKind[][] = [[]];
  for (const kind of phrases) {
    if (kind === 'correction') parts.push([]);
    else parts.at(-1)?.push(kind);
  }
  return parts;
}

function answerOf(part: readonly PhraseKind[]): YesNo | undefined {
  const isYes = part.includes('yes');
  const isNo = part.includes('no');
  if (isYes && isNo) return 'unclear';
  if (isYes) return 'yes';
  return isNo ? 'no' : undefined;
}

/** "No, I don't want that one": whatever follows, it is declined. */
function isPlainNo(words: readonly Token[]): boolean {
  const [first, ...rest] = words.map(({ text }) => text).filter((word) => !['um', 'uh', 'oh', 'well'].includes(word));
  if (first === undefined || !plainNo.has(first) || phraseKindAt(words) === 'doubt') return false;
  return !opensAgain.test(rest.join(' '));
}

function phraseKindAt(words: readonly Token[]): PhraseKind | undefined {
  return answerPhrases.find((known) => standsAt(words, 0, known.words))?.kind;
}
