import type { Heard } from './heard.ts';
import { tokensOf } from './tokens-of.ts';

/** Nobody ends with these: whatever comes next belongs to it. */
const leadsOn = /\b(?:dot|point|period|underscore|dash|hyphen|plus|at)[.,]?\s*$/i;

/**
 * Hears what may be the rest of something that was said in part before ("O R D one two" … "three four five"). What is
 * whole by itself stands; what begins as the part did is a second attempt, not its rest.
 * @param part the earlier words, undefined when there were none
 */
export function hearContinued(hear: (text: string) => Heard, part: string | undefined, text: string): Heard {
  const alone = hear(text);
  if (part === undefined || beginsAlike(part, text)) return alone;
  if (isFound(alone) && !leadsOn.test(part)) return alone;
  const together = hear(`${part} ${text}`);
  return isFound(together) ? together : alone;
}

const isFound = ({ status }: Heard) => status === 'heard' || status === 'ambiguous';

const firstWords = 2;
const beginning = (said: string) =>
  tokensOf(said)
    .slice(0, firstWords)
    .map(({ text }) => text)
    .join(' ');
const beginsAlike = (part: string, text: string) => beginning(part) === beginning(text);
