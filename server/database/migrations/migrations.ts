import type { Migration } from 'kysely';
import * as calls from './001-calls.ts';
import * as orders from './002-orders.ts';
import * as identity from './003-identity.ts';
import * as knowledge from './004-knowledge.ts';
import * as messages from './005-messages.ts';

/** In the order they run, which is that of their names. One that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '001-calls': calls,
  '002-orders': orders,
  '003-identity': identity,
  '004-knowledge': knowledge,
  '005-messages': messages,
};
