import { sayCode } from '../../../agent-worker/saying/say-code.ts';
import { speechOf } from '../../../agent-worker/saying/speech-text.ts';
import { agentTurns, type HeardCall } from './heard-call.ts';
import { type Score, scoreOf } from './score.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const unnatural: Readonly<Record<string, RegExp>> = {
  'a date as it is stored': /\b\d{4}-\d\d-\d\d\b/,
  'a price in figures': /\$/,
  'a date that is counted': new RegExp(
    `\\b(?:${months}) (?:\\d|(?:twenty-|thirty-)?(?:one|two|three|four|five|six|seven|eight|nine)\\b|ten\\b)`,
  ),
  'an address as it is typed': /\S@\S|https?:/,
  'marks for the eye': /[*_#`|]/,
  figures: /\d/,
};

/**
 * "Does it say 'Saturday, March eighth' not '2026-03-08'?" Listens to what the voice was given: the transcript keeps the
 * written form, and the session's own transform makes the one of the other, the same however the text was cut.
 */
export function naturalDelivery(call: HeardCall): Score {
  const turns = agentTurns(call);
  const faults = turns.flatMap(({ text }) => {
    const why = faultsOf(text, speechOf(text, call.saying));
    return why.length === 0 ? [] : [`${why.join(', ')}: "${speechOf(text, call.saying)}"`];
  });
  return scoreOf(turns.length, faults);
}

/** @returns what is unnatural in a speech, and which order numbers of the written text are not said digit by digit */
export function faultsOf(written: string, speech: string): string[] {
  const heard = Object.keys(unnatural).filter((what) => unnatural[what]?.test(speech));
  const numbers = written.match(/\bORD-\d{5}\b|#W\d{7}\b/g) ?? [];
  const unread = numbers.filter((number) => !speech.includes(sayCode(number)));
  return [...heard, ...unread.map((number) => `${number} not digit by digit`)];
}
