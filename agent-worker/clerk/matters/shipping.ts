import { calling } from '../clerk-reply.ts';
import type { Matter } from '../matter.ts';
import { plainly } from '../plainly.ts';
import { knownOf } from '../questions.ts';

/** The store's documents answer these; nobody needs to be verified for them. */
const questions = [
  /\b(policy|policies|warranty|customs|duties|import (fee|tax)|international(ly)?|overseas|abroad|overnight|next[- ]day|final sale|gift cards?)\b/,
  /\b(express|standard|free|fast(er|est)?|priority) (shipping|delivery)\b/,
  /\b(shipping|delivery|postage) (cost|costs|fee|fees|price|rate|rates|time|times|options?|methods?|charges?|questions?)\b/,
  /\bhow (long|much)\b.*\b(shipping|delivery|refunds?|returns?|exchange|ship)\b/,
  /\bhow (many|long) (days )?(do|does|will|would|is|are|have|can|till|until)\b.*\b(return|refund|exchange|ship|deliver|take)/,
  /\bhow (do|does|can|would|could) (i|you|a|an|the|it)\b.*\b(return|refund|exchange|track)/,
  /\b(do|can|will) you (ship|deliver|offer|accept|charge|take back|refund)\b/,
  /\b(what|which) countries\b|\bto (canada|australia|europe|the uk|england|germany|france)\b/,
];

/** Questions about shipping and the store's policies: what its documents say. */
export const shipping: Matter = {
  phrases: [
    'how long does shipping take',
    'how long does express shipping take',
    'how much is express shipping',
    'do you ship to canada',
    'do you ship internationally',
    'what is your return policy',
    'how do i return an item',
    'how long does a refund take',
  ],
  isMeant: (text) => questions.some((question) => question.test(plainly(text))),
  begin: ({ turn, note }) => ({
    say: '',
    note: note ?? { ...knownOf(note), asked: 'matter', about: 'matter' },
    toolCalls: calling('search_knowledge', { question: turn.text.slice(0, 300) }),
  }),
};
