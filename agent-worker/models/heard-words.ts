import type { Asked } from './question-grammar.ts';

/** One utterance, decoded twice: bound to the question's grammar, and freely. */
export interface Decodings {
  asked: Asked;
  byGrammar: string;
  open: string;
}

interface Judges {
  likeness: (one: string, other: string) => number;
  hearYesNo: (text: string) => 'yes' | 'no' | 'unclear';
}

/** Below this the grammar has forced a sound into itself: "what did you say" against "go ahead" is 0.2. */
const alikeEnough = 0.45;
const digitsAgreed = 0.6;

const digitSounds: Record<string, string> = {
  zero: '0', oh: '0', o: '0', one: '1', won: '1', two: '2', to: '2', too: '2', three: '3', four: '4', for: '4',
  five: '5', six: '6', seven: '7', eight: '8', ate: '8', nine: '9',
}; // prettier-ignore

/**
 * Which words of an utterance to believe. A grammar forces any sound into itself, so its words stand only where the
 * free decoding sounds like them and agrees on what decides: the digits of a number, a yes or a no. Else what was heard
 * freely is passed on.
 */
export function heardWords({ asked, byGrammar, open }: Decodings, { likeness, hearYesNo }: Judges): string {
  if (byGrammar === '') return open;
  if (open === '') return '';
  const soundsAlike = likeness(byGrammar, open) >= alikeEnough;
  if (!soundsAlike) return open;
  const answer = hearYesNo(byGrammar);
  if (answer !== 'unclear' && hearYesNo(open) !== answer) return open;
  if (asked !== 'email' && !digitsAgree(byGrammar, open)) return open;
  return byGrammar;
}

function digitsAgree(byGrammar: string, open: string): boolean {
  const [a, b] = [digitsOf(byGrammar), digitsOf(open)];
  return a.length === 0 || commonLength(a, b) >= digitsAgreed * a.length;
}

function digitsOf(text: string): string[] {
  return text.split(' ').flatMap((word) => digitSounds[word] ?? []);
}

/** The length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const item of a) {
    const next = [0];
    b.forEach((other, column) => {
      const best = item === other ? (row[column] ?? 0) + 1 : Math.max(row[column + 1] ?? 0, next[column] ?? 0);
      next.push(best);
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
