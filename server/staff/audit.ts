import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { insertAuditEntry, type AuditDetail } from './audit-log-table.ts';

const longestText = 500;

export interface AuditedAct {
  /** Null for the command line, a sweep, or someone who is not signed in. */
  readonly staffId: string | null;
  /** What was done, as feature and past verb: `staff.signed_in`, `escalation.approved`. */
  readonly act: string;
  /** What it was done to: `staff:3`, `order:ORD-12345`, `escalation:17`. */
  readonly subject: string;
  /** Facts of the act. No contact, name or address of a customer, and nothing that is secret. */
  readonly detail?: AuditDetail;
}

/**
 * Adds a line to the audit log, which nobody changes afterwards. Within the transaction of what it tells it is there
 * exactly when that is done. Texts longer than 500 characters are cut.
 */
export async function audit(
  database: Kysely<Database>,
  { staffId, act, subject, detail = {} }: AuditedAct,
): Promise<void> {
  await insertAuditEntry(database, {
    staff_id: staffId,
    act,
    subject: subject.slice(0, longestText),
    detail: Object.fromEntries(
      Object.entries(detail).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.slice(0, longestText) : value,
      ]),
    ),
  });
}
