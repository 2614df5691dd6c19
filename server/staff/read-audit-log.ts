import type { AuditResponse } from '@orderline/contract/staff.ts';
import type { AppContext } from '../app-context.ts';
import { findAuditEntries } from './audit-log-table.ts';

/** A page of the audit log, newest first; `before` is the `next` of the page before. */
export async function readAuditLog(
  { database }: AppContext,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<AuditResponse> {
  const found = await findAuditEntries(database, { before, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map(({ at, staff, ...entry }) => ({
      ...entry,
      detail: { ...entry.detail },
      at: at.toISOString(),
      ...(staff === null ? {} : { staff }),
    })),
    ...(found.length > limit && last !== undefined ? { next: last.id } : {}),
  };
}
