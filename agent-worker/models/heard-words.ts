/** One utterance, decoded twice: bound to the question's grammar, and freely. */
export interface Decodings {
  byGrammar: string;
  open: string;
}

interface Judges {
  /** How alike two texts sound, from 0 to 1. */
  likeness: (one: string, other: string) => number;
  hearYesNo: (text: string) => 'yes' | 'no' | 'unclear';
  /** How many sounds a text has. */
  soundsIn: (text: string) => number;
}

/**
 * How alike the two decodings must sound for the grammar's words to stand, by what they decide. Measured on the corpus of
 * `npm run bench:ears`: what a grammar forced into itself reaches 0.63 as a number or a phrase and 0.49 as an address.
 */
const alikeEnough = { number: 0.7, address: 0.54, phrase: 0.64 };
const digit =
  /\b(zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|\w+ty|double|triple)\b/g;
const fewestDigits = 3;
/** What noise and music are taken for has no more: "whoa", "thigh". */
const soundsOfNoise = 3;

/**
 * Which words of an utterance to believe. A grammar forces any sound into itself, so its words stand only where the free
 * decoding sounds like them; else what was heard freely is passed on. A yes is one only where both heard a yes: what one
 * of them alone took for it is marked as doubtful, by a question mark. A single short sound that nothing supports is noise.
 */
export function heardWords({ byGrammar, open }: Decodings, { likeness, hearYesNo, soundsIn }: Judges): string {
  if (open === '') return '';
  const soundsAlike = byGrammar !== '' && likeness(byGrammar, open) >= alikeEnough[kindOf(byGrammar)];
  const isYes = hearYesNo(byGrammar) === 'yes' && hearYesNo(open) === 'yes';
  if (isYes && soundsAlike) return byGrammar;
  if (hearYesNo(open) === 'yes') return `${open}?`;
  if (soundsAlike && hearYesNo(byGrammar) !== 'yes') return byGrammar;
  // Where one of them heard an answer, the caller is asked again rather than left in silence.
  const isAnswer = [byGrammar, open].some((text) => hearYesNo(text) !== 'unclear');
  return isAnswer || soundsIn(open) > soundsOfNoise ? open : '';
}

function kindOf(text: string): keyof typeof alikeEnough {
  if (/ at .* dot /.test(text)) return 'address';
  return (text.match(digit)?.length ?? 0) >= fewestDigits ? 'number' : 'phrase';
}
