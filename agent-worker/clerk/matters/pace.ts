import type { PaceWish } from '../../call/pace.ts';
import { calling } from '../clerk-reply.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { knownOf } from '../questions.ts';

const speaking = /\b(speak|talk|say (it|that|this)|go|read (it|that|this)|slow down|speed up)\b/;
const patterns: readonly (readonly [PaceWish, RegExp])[] = [
  ['normal', /\b(speak|talk) (normal(ly)?|at (a |your )?normal (speed|pace))\b|\bnormal (speed|pace)\b|\bnot so (slow|slowly|fast)\b.*\bnormal/],
  ['slower', /\bslow(er|ly)\b|\bslow (it )?down\b|\b(too|so) (fast|quick|quickly)\b/],
  ['faster', /\bfaster\b|\bquicker\b|\bspeed (it )?up\b|\btoo (slow|slowly)\b/],
]; // prettier-ignore
/** "faster shipping", "the site is too slow": that is not about the voice. */
const other = /\b(ship|shipping|delivery|deliver|arrive|order|website|site|page|app|refund|carrier)\b/;
const longest = 9;

function wishIn(text: string): PaceWish | undefined {
  const plain = plainly(text);
  if (other.test(plain) || (plain.split(' ').length > longest && !speaking.test(plain))) return undefined;
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

const told: Record<PaceWish, string> = {
  slower: "Of course, I'll speak slower.",
  faster: "All right, I'll speak faster.",
  normal: "All right, I'll speak normally again.",
};

/** The voice is too quick or too slow: the open question is asked again, at the new pace. */
export const pace: Matter = {
  phrases: [
    'slower please',
    'slower',
    'can you speak slower',
    'please speak more slowly',
    'slow down please',
    'you are too fast',
    'faster please',
    'can you speak faster',
    'speak normally',
  ],
  isMeant: (text) => wishIn(text) !== undefined,
  begin: (talk) => {
    const wish = wishIn(talk.turn.text) ?? 'slower';
    const note = talk.note ?? { ...knownOf(talk.note), asked: 'matter', about: 'matter' };
    return { say: '', note, toolCalls: calling('set_pace', { pace: wish }) };
  },
};

/** What is said once the pace is set. */
export function toldPace(wish: unknown): string {
  return wish === 'faster' || wish === 'normal' ? told[wish] : told.slower;
}
