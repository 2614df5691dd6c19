import type { ClerkReply } from './clerk-reply.ts';
import type { Talk } from './talk.ts';

/** Something callers want or say: what it is recognised by, and what comes next. */
export interface Matter {
  /** What they say for it. The ears listen for these, and a test sees to it that each is recognised. */
  phrases: readonly string[];
  isMeant: (text: string) => boolean;
  begin: (talk: Talk) => ClerkReply;
}

/** In small letters, with plain apostrophes: what matters are recognised in. */
export function plainly(text: string): string {
  return text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ').trim();
}
