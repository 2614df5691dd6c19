import type { ChangeKind } from '@orderline/contract/proposal.ts';
import type { ClerkReply } from './clerk-reply.ts';
import type { Talk } from './talk.ts';

/** Something callers want or say: what it is recognised by, and what comes next. */
export interface Matter {
  /** The change that is wanted, where it is one. */
  kind?: ChangeKind;
  /** What they say for it. The ears listen for these, and a test sees to it that each is recognised. */
  phrases: readonly string[];
  isMeant: (text: string) => boolean;
  begin: (talk: Talk) => ClerkReply;
}
