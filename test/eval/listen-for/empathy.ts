import type { HeardCall } from './heard-call.ts';
import { type Score, scoreOf } from './score.ts';

const trouble =
  /\b(broken?|broke|damaged|defective|cracked|torn|wrong item|(is|it's) late|stuck|lost|ridiculous|missing)\b|(never|haven't|didn't|not) (came|arrived?|received?|get|got)\b|isn't here/i;
const acknowledgement = /\b(sorry|apologi[sz]e|I understand|frustrating|I know how)\b/i;
const solution =
  /\b(replacement|refund|investigat\w+|reship|return label|exception|look into it|our team can|wait \d+ hours|send (it|another))\b/i;
/** Not understood is no trouble of the caller's, and its "sorry" none of the agent's sympathy. */
const misheard = /I'm sorry, I didn't catch that\./g;

/** "When you report a problem, does the agent acknowledge it before jumping to solutions?" */
export function empathy({ items }: Pick<HeardCall, 'items'>): Score {
  const turns = items.filter((item) => item.kind === 'turn');
  const reported = turns.findIndex(({ role, text }) => role === 'customer' && trouble.test(text));
  if (reported < 0) return scoreOf(0, []);
  const answer = turns.slice(reported + 1).filter(({ role }) => role === 'agent');
  const first = (answer[0]?.text ?? '').replaceAll(misheard, '');
  const acknowledged = first.search(acknowledgement);
  const solved = first.search(solution);
  if (acknowledged < 0) return scoreOf(1, [`"${first}" acknowledges nothing`]);
  return scoreOf(1, solved >= 0 && solved < acknowledged ? [`"${first}" comes to the solution first`] : []);
}
