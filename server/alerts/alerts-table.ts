import { sql, type Kysely, type Selectable } from 'kysely';
import type { AlertKind } from '@orderline/contract/alert.ts';
import type { Database } from '../database/schema.ts';

/** What was wrong with the service, and since when; one of each kind at a time. */
interface AlertsTable {
  id: string;
  kind: AlertKind;
  detail: string;
  raised_at: Date;
  /** When it was last found to be so. */
  seen_at: Date;
  /** When somebody was last told. */
  told_at: Date | null;
  /** Null while it lasts. */
  recovered_at: Date | null;
}
export type AlertRow = Selectable<AlertsTable>;

declare module '../database/schema.ts' {
  interface Database {
    alerts: AlertsTable;
  }
}

/** The alert of its kind that lasts, begun by this if there was none; nobody else changes it until the transaction ends. */
export async function insertOrSeeAlert(
  transaction: Kysely<Database>,
  alert: Pick<AlertRow, 'id' | 'kind' | 'detail' | 'raised_at'>,
): Promise<AlertRow> {
  return transaction
    .insertInto('alerts')
    .values({ ...alert, seen_at: alert.raised_at, told_at: null, recovered_at: null })
    .onConflict((conflict) =>
      conflict
        .column('kind')
        .where('recovered_at', 'is', null)
        .doUpdateSet({ seen_at: alert.raised_at, detail: alert.detail }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** When somebody was last told of an alert of this kind, this one or one before it. */
export async function lastTold(database: Kysely<Database>, kind: AlertKind): Promise<Date | undefined> {
  const row = await database
    .selectFrom('alerts')
    .select((alert) => alert.fn.max('told_at').as('told_at'))
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.told_at ?? undefined;
}

export async function markAlertTold(database: Kysely<Database>, id: string, at: Date): Promise<void> {
  await database.updateTable('alerts').set({ told_at: at }).where('id', '=', id).execute();
}

/** The alert of this kind that lasted; undefined when there was none. */
export async function endAlert(database: Kysely<Database>, kind: AlertKind, at: Date): Promise<AlertRow | undefined> {
  return database
    .updateTable('alerts')
    .set({ recovered_at: at })
    .where('kind', '=', kind)
    .where('recovered_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** The alert of this kind that lasts. */
export async function findLasting(database: Kysely<Database>, kind: AlertKind): Promise<AlertRow | undefined> {
  return database
    .selectFrom('alerts')
    .selectAll()
    .where('kind', '=', kind)
    .where('recovered_at', 'is', null)
    .executeTakeFirst();
}

/** Those that last first, then the newest. */
export async function findAlerts(database: Kysely<Database>, limit: number): Promise<AlertRow[]> {
  return database
    .selectFrom('alerts')
    .selectAll()
    .orderBy(sql`recovered_at is null`, 'desc')
    .orderBy('raised_at', 'desc')
    .limit(limit)
    .execute();
}

export async function deleteRecoveredBefore(database: Kysely<Database>, before: Date): Promise<void> {
  await database.deleteFrom('alerts').where('recovered_at', '<', before).execute();
}
