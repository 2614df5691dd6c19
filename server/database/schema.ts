/**
 * Every table of the database. Each `-table.ts` adds its own, so that a table's columns stand beside its SQL:
 *
 *     declare module '../database/schema.ts' {
 *       interface Database { calls: CallsTable }
 *     }
 */
export interface Database {
  /** Kysely's own record of what `migrate` has run. */
  kysely_migration: { name: string; timestamp: string };
}
