import type { Migration } from 'kysely';
import * as calls from './001-calls.ts';

/** In the order they run, which is that of their names. One that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '001-calls': calls,
};
