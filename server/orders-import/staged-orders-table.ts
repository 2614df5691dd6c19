import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** An order that was read, waiting to be merged. */
export interface StagedOrder {
  readonly record: number;
  readonly orderNumber: string;
  /** Of its rows. */
  readonly digest: string;
  /** Its rows by table, as JSON. */
  readonly rows: string;
}

/** Kept in this connection only, and gone with it or with the next staging. */
export async function createStaging(connection: Kysely<Database>): Promise<void> {
  await sql`drop table if exists pg_temp.staged_orders`.execute(connection);
  await sql`
    create temporary table staged_orders (
      order_number text primary key,
      record integer not null,
      digest text not null,
      rows jsonb not null,
      copies integer not null default 1
    )`.execute(connection);
  await sql`create index on staged_orders (record)`.execute(connection);
}

/** No number twice among `orders`; one that is staged already is counted as a copy. */
export async function stageOrders(connection: Kysely<Database>, orders: readonly StagedOrder[]): Promise<void> {
  await sql`
    insert into staged_orders (order_number, record, digest, rows)
    select * from unnest(
      ${orders.map(({ orderNumber }) => orderNumber)}::text[], ${orders.map(({ record }) => record)}::integer[],
      ${orders.map(({ digest }) => digest)}::text[], ${orders.map(({ rows }) => rows)}::jsonb[])
    on conflict (order_number) do update set copies = staged_orders.copies + 1`.execute(connection);
}

/** Orders that the file has more than once: none of the copies is the right one. They are taken out. */
export async function takeCopies(connection: Kysely<Database>): Promise<{ record: number; order_number: string }[]> {
  const { rows } = await sql<{ record: number; order_number: string }>`
    delete from staged_orders where copies > 1 returning record, order_number`.execute(connection);
  return rows;
}

/** What becomes of a staged order. `foreign` was not brought by an import, `touched` has changed here since it was. */
type StagedFate = 'new' | 'changed' | 'unchanged' | 'foreign' | 'touched';

export interface StagedBatch {
  readonly orders: readonly { record: number; order_number: string; fate: StagedFate }[];
  readonly lastRecord: number;
}

/** The next staged orders, with what becomes of each; those that are here are locked until the transaction ends. */
export async function nextBatch(
  transaction: Kysely<Database>,
  { after, limit }: { after: number; limit: number },
): Promise<StagedBatch | undefined> {
  const { rows: batch } = await sql<{ record: number; order_number: string }>`
    select record, order_number from staged_orders where record > ${after} order by record limit ${limit}
  `.execute(transaction);
  const last = batch.at(-1);
  if (last === undefined) return undefined;
  const numbers = batch.map(({ order_number }) => order_number);
  await sql`select from orders where order_number = any(${numbers}::text[]) order by order_number for update`.execute(
    transaction,
  );
  const { rows: orders } = await sql<StagedBatch['orders'][number]>`
    select staged.record, order_number,
      case
        when orders.order_number is null or (orders.is_demo and orders.version = 1) then 'new'
        when imported.digest = staged.digest then 'unchanged'
        when imported.version = orders.version then 'changed'
        when imported.version is null then 'foreign'
        else 'touched'
      end as fate
    from staged_orders as staged
    left join orders using (order_number)
    left join imported_orders as imported using (order_number)
    where staged.order_number = any(${numbers}::text[])
    order by staged.record`.execute(transaction);
  return { orders, lastRecord: last.record };
}
