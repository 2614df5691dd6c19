import type { Migration } from 'kysely';
import { up as calls } from './001-calls.ts';
import { up as orders } from './002-orders.ts';
import { up as identity } from './003-identity.ts';
import { up as knowledge } from './004-knowledge.ts';
import { up as messages } from './005-messages.ts';

/** In the order they run, which is that of their names. One that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '001-calls': { up: calls },
  '002-orders': { up: orders },
  '003-identity': { up: identity },
  '004-knowledge': { up: knowledge },
  '005-messages': { up: messages },
};
