/** Nobody ends a sentence with these, but whoever looks for the next word. */
const leadsOn = new Set(
  (
    "a an the my your our their and or but so because if when which who with without for from of to at by i'm it's " +
    "that's there's i we they um uh er erm hmm like well then can could would should let let's dot dash hyphen underscore"
  ).split(' '),
);
/** A thing that is named only to be said next: "my order number is", "the email address". */
const announces =
  /\b(?:my|the|an?|our) (?:order |e-?mail |phone |tracking )?(?:number|e-?mail|address|order number)(?: is|'s)?$/;
const spelledEnd =
  /(?:^|\s)(?:[a-z]|\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|double [a-z]+|[a-z]+ as in [a-z]+|[a-z] for [a-z]+)$/;

/** The words without the marks that a recogniser puts around them. */
function wordsOf(heard: string): string {
  return heard
    .toLowerCase()
    .replace(/[^a-z0-9'@.\s-]/g, ' ')
    .replace(/[.\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether more is likely to come: "it's, um", "I want to", "my order number is". */
export function soundsUnfinished(heard: string): boolean {
  if (/(?:…|\.\.\.|,|-)\s*$/.test(heard)) return true;
  const words = wordsOf(heard);
  if (words === '') return false;
  if (/[?!]\s*$/.test(heard)) return false;
  const last = words.split(' ').at(-1) ?? '';
  return leadsOn.has(last) || announces.test(words);
}

/** Whether it ends within something that is said letter by letter or digit by digit. */
export function isBeingSpelled(heard: string): boolean {
  return spelledEnd.test(wordsOf(heard));
}
