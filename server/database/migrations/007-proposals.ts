import { sql, type Kysely } from 'kysely';

/**
 * What callers were proposed and what they answered, and the requests that were made under an idempotency key. A customer
 * turn confirms one proposal at most.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposals (
      id uuid primary key,
      call_id text not null references calls on delete cascade,
      order_number text not null,
      revision text,
      kind text not null check (kind in ('cancellation', 'address_change', 'return', 'exchange', 'claim')),
      request jsonb not null,
      consequences jsonb not null,
      say text not null,
      state text not null check (state in (
        'open', 'accepted', 'done', 'handed_over', 'declined', 'replaced', 'moved'
      )),
      proposed_at timestamptz not null,
      expires_at timestamptz not null,
      answered_at timestamptz,
      turn_id text,
      answered_by text,
      outcome jsonb,
      unique (call_id, turn_id),
      check ((state in ('accepted', 'done', 'handed_over')) = (turn_id is not null)),
      check ((state in ('done', 'handed_over')) = (outcome is not null))
    )`.execute(database);
  await sql`create unique index proposals_one_open on proposals (call_id) where state = 'open'`.execute(database);
  await sql`create index proposals_by_order on proposals (order_number)`.execute(database);
  await sql`
    create table idempotency_keys (
      scope text not null,
      key text not null,
      request_digest text not null,
      response jsonb,
      asked_at timestamptz not null,
      primary key (scope, key)
    )`.execute(database);
}
