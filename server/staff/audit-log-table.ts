import type { Generated, Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

interface AuditLogTable {
  id: Generated<string>;
  /** By the database's clock, as several servers write it. */
  at: Generated<Date>;
  staff_id: string | null;
  act: string;
  subject: string;
  detail: AuditDetail;
}

declare module '../database/schema.ts' {
  interface Database {
    audit_log: AuditLogTable;
  }
}

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly staff: string | null;
  readonly act: string;
  readonly subject: string;
  readonly detail: AuditDetail;
}

export async function insertAuditEntry(
  database: Kysely<Database>,
  entry: Pick<AuditLogTable, 'staff_id' | 'act' | 'subject' | 'detail'>,
): Promise<void> {
  await database.insertInto('audit_log').values(entry).execute();
}

/** The newest `limit` entries, or those before the entry `before`. */
export async function findAuditEntries(
  database: Kysely<Database>,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<AuditEntry[]> {
  return database
    .selectFrom('audit_log')
    .leftJoin('staff', 'staff.id', 'audit_log.staff_id')
    .select(['audit_log.id', 'audit_log.at', 'staff.name as staff', 'act', 'subject', 'detail'])
    .$if(before !== undefined, (query) => query.where('audit_log.id', '<', before ?? ''))
    .orderBy('audit_log.id', 'desc')
    .limit(limit)
    .execute();
}
