import type { Heard } from './heard.ts';
import { tokensOf } from './tokens-of.ts';

/**
 * Hears what may be the rest of something that was said in part before ("O R D one two" … "three four five"). What is
 * whole by itself stands; what begins as the part did is a second attempt, not its rest.
 * @param part the earlier words, undefined when there were none
 */
export function hearContinued(hear: (text: string) => Heard, part: string | undefined, text: string): Heard {
  const alone = hear(text);
  if (part === undefined || isFound(alone) || beginsAlike(part, text)) return alone;
  const together = hear(`${part} ${text}`);
  return isFound(together) ? together : alone;
}

const isFound = ({ status }: Heard) => status === 'heard' || status === 'ambiguous';

const firstWords = 2;

function beginsAlike(part: string, text: string): boolean {
  const [before, again] = [part, text].map((said) =>
    tokensOf(said)
      .slice(0, firstWords)
      .map(({ text: word }) => word)
      .join(' '),
  );
  return before === again;
}
