import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { keepToolsOf } from './call-tools-table.ts';

interface Batch {
  readonly before: Date;
  readonly limit: number;
}

/** Deletes or empties at most `limit` rows older than `before`; returns how many, fewer than `limit` when none is left. */
export type SweepBatch = (database: Kysely<Database>, batch: Batch) => Promise<number>;

/** By which tools a call was served stays known. */
export const sweepTranscripts: SweepBatch = (database, { before, limit }) =>
  database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('call_events')
      .select(['call_id', 'id'])
      .where('stored_at', '<', before)
      .orderBy('stored_at')
      .limit(limit)
      .execute();
    await keepToolsOf(transaction, [...new Set(rows.map(({ call_id }) => call_id))]);
    await sql`
      delete from call_events using unnest(
        ${rows.map(({ call_id }) => call_id)}::text[], ${rows.map(({ id }) => id)}::text[]) as old (call_id, id)
      where call_events.call_id = old.call_id and call_events.id = old.id`.execute(transaction);
    return rows.length;
  });

/** With all that hangs on them: transcripts, proposals, what was proved. */
export const sweepCalls: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`delete from calls where id in (
      select id from calls where opened_at < ${before} and ended_at is not null limit ${limit})`,
  );

/** That something was sent, when and how it went stays; what it said and to whom goes. */
export const sweepMessages: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`update messages set recipient = '', subject = null, text = '', html = null, attachments = '[]'
      where id in (
        select id from messages
        where asked_at < ${before} and text <> '' and state not in ('queued', 'sending') limit ${limit})`,
  );

/** That a customer was told stays, since it is not to be told again. */
export const sweepNotices: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`update customer_notices set notice = ${bareNotice}, email = null, phone = null
      where key in (
        select key from customer_notices where told_at < ${before} and notice <> ${bareNotice} limit ${limit})`,
  );

export const bareNotice = sql`jsonb_build_object('kind', notice -> 'kind')`;

export const deleteOldMessages: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`delete from messages where id in (
      select id from messages where asked_at < ${before} and state not in ('queued', 'sending') limit ${limit})`,
  );

export const deleteOldNotices: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`delete from customer_notices where key in (
      select key from customer_notices where told_at < ${before} limit ${limit})`,
  );

/** The one transaction that may. */
export const sweepAuditLog: SweepBatch = (database, { before, limit }) =>
  database.transaction().execute(async (transaction) => {
    await sql`select set_config('orderline.audit_may_change', 'yes', true)`.execute(transaction);
    return changed(
      transaction,
      sql`delete from audit_log where id in (select id from audit_log where at < ${before} limit ${limit})`,
    );
  });

export const sweepFailedLookups: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`delete from failed_lookups where id in (
      select id from failed_lookups where failed_at < ${before} limit ${limit})`,
  );

export const sweepFailedSignIns: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`delete from staff_sign_in_failures where id in (
      select id from staff_sign_in_failures where failed_at < ${before} limit ${limit})`,
  );

/** Of sessions, `before` is the last instant at which one that still lasts was used. */
export const sweepSessions: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`delete from staff_sessions where token_hash in (
      select token_hash from staff_sessions where seen_at < ${before} limit ${limit})`,
  );

export const sweepIdempotencyKeys: SweepBatch = (database, { before, limit }) =>
  changed(
    database,
    sql`delete from idempotency_keys where (scope, key) in (
      select scope, key from idempotency_keys where asked_at < ${before} limit ${limit})`,
  );

async function changed(database: Kysely<Database>, statement: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } = await statement.execute(database);
  return Number(numAffectedRows ?? 0n);
}
