import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { csvRecords } from './csv-records.ts';
import type { FileRecord } from './file-record.ts';
import { UnusableFileError } from './import-problem.ts';
import { jsonRecords } from './json-records.ts';
import { mergeOrders } from './merge-orders-table.ts';
import { ndjsonRecords } from './ndjson-records.ts';
import { openOrdersFile, type OrdersFile } from './open-orders-file.ts';
import type { ProblemReport } from './problem-report.ts';
import { orderReader } from './read-order.ts';
import {
  createStaging,
  nextBatch,
  stageOrders,
  takeCopies,
  type StagedBatch,
  type StagedOrder,
} from './staged-orders-table.ts';

export interface ImportOptions {
  readonly path: string;
  readonly encoding: string | undefined;
  readonly profile: StoreProfile;
  readonly now: Date;
  /** `valid` orders are imported and the rest is reported; `all` or none; or only `look`. */
  readonly mode: 'valid' | 'all' | 'look';
  readonly report: ProblemReport;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Columns of a CSV file that no field of an order is called by. */
  readonly onUnknownColumns: (headings: readonly string[]) => void;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'writing';
  readonly orders: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface ImportSummary {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** False where one order was refused and all were wanted, or where the file was only looked at. */
  readonly isWritten: boolean;
}

const rowsAtOnce = 250;

/**
 * Brings a file of orders into the built-in ones. First the whole file is read, checked and staged; nothing has changed
 * when that fails ({@link UnusableFileError}). Then whole orders are merged in batches: a new one is added, one that an
 * import brought and nobody changed here since is brought up to date, and one that changed here is left and reported. No
 * message is sent. The same file again changes nothing.
 */
export async function importOrders(database: Kysely<Database>, options: ImportOptions): Promise<ImportSummary> {
  const file = await openOrdersFile(options.path, options.encoding);
  return database.connection().execute(async (connection) => {
    await takeTurn(connection);
    try {
      await createStaging(connection);
      const read = await stageFile(connection, file, options);
      for (const { record, order_number: orderNumber } of await takeCopies(connection)) {
        const problem = 'is in the file more than once; the rows of an order must stand together';
        await options.report.add([{ record, orderNumber, field: 'order_number', problem }]);
      }
      return { read, ...(await mergeStaged(connection, { ...options, read })) };
    } finally {
      // A connection that broke has given the lock back by itself.
      await sql`select pg_advisory_unlock_all()`.execute(connection).catch(() => undefined);
    }
  });
}

async function takeTurn(connection: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ is_mine: boolean }>`
    select pg_try_advisory_lock(hashtextextended('import orders', 0)) as is_mine`.execute(connection);
  if (rows[0]?.is_mine !== true) throw new UnusableFileError('Another import is running: wait for it to end');
}

function recordsOf(file: OrdersFile, { onUnknownColumns }: ImportOptions): AsyncIterable<FileRecord> {
  switch (file.format) {
    case 'csv':
      return csvRecords(file.text(), { delimiter: file.delimiter, onUnknown: onUnknownColumns });
    case 'json':
      return jsonRecords(file.text());
    case 'ndjson':
      return ndjsonRecords(file.text());
  }
}

/** How many orders the file has, in whatever state. */
async function stageFile(connection: Kysely<Database>, file: OrdersFile, options: ImportOptions): Promise<number> {
  const { profile, now, report, onProgress } = options;
  const readOrder = orderReader(profile, now);
  let read = 0;
  let waiting = new Map<string, StagedOrder>();
  const flush = async () => {
    if (waiting.size > 0) await stageOrders(connection, [...waiting.values()]);
    waiting = new Map();
    onProgress({ phase: 'reading', orders: read, share: file.bytesRead() / file.bytes });
  };
  for await (const { record, order, problem } of recordsOf(file, options)) {
    read += 1;
    const result = problem === undefined ? readOrder(order) : ({ status: 'refused', issues: [problem] } as const);
    if (result.status === 'refused') {
      const orderNumber = numberIn(order);
      await report.add(result.issues.map((issue) => ({ record, orderNumber, ...issue })));
      continue;
    }
    const orderNumber = result.rows.order.order_number;
    const rows = JSON.stringify(result.rows);
    // One statement cannot count a copy within itself.
    if (waiting.has(orderNumber)) await flush();
    waiting.set(orderNumber, { record, orderNumber, digest: createHash('sha256').update(rows).digest('hex'), rows });
    if (waiting.size >= rowsAtOnce) await flush();
  }
  await flush();
  return read;
}

/** For the report, where it is written like a number. */
function numberIn(order: unknown): string | undefined {
  if (typeof order !== 'object' || order === null || !('order_number' in order)) return undefined;
  const number = order.order_number;
  return typeof number === 'string' && /^#?[\w-]{1,32}$/.test(number) ? number : undefined;
}

type Merged = Omit<ImportSummary, 'read'>;
type InTransaction = <Result>(work: (transaction: Kysely<Database>) => Promise<Result>) => Promise<Result>;

async function mergeStaged(
  connection: Kysely<Database>,
  options: ImportOptions & { readonly read: number },
): Promise<Merged> {
  if (options.mode !== 'all') {
    const each: InTransaction = (work) => connection.transaction().execute(work);
    return { ...(await mergeBatches(each, options)), isWritten: options.mode === 'valid' };
  }
  const counts = { added: 0, changed: 0, unchanged: 0 };
  try {
    await connection.transaction().execute(async (transaction) => {
      Object.assign(counts, await mergeBatches((work) => work(transaction), options));
      if (options.report.orders > 0) throw new NotAll();
    });
    return { ...counts, isWritten: true };
  } catch (error) {
    if (!(error instanceof NotAll)) throw error;
    return { ...counts, isWritten: false };
  }
}

/** Rolls back what was to be all or nothing. */
class NotAll extends Error {
  override readonly name = 'NotAll';
}

async function mergeBatches(
  inTransaction: InTransaction,
  { mode, now, report, onProgress, read }: ImportOptions & { readonly read: number },
): Promise<Omit<Merged, 'isWritten'>> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  let after = -1;
  for (;;) {
    const batch = await inTransaction(async (transaction) => {
      const next = await nextBatch(transaction, { after, limit: rowsAtOnce });
      if (next !== undefined && mode !== 'look') await mergeOrders(transaction, { ...numbersOf(next), now });
      return next;
    });
    if (batch === undefined) return counts;
    after = batch.lastRecord;
    for (const { record, order_number: orderNumber, fate } of batch.orders) {
      if (fate === 'new') counts.added += 1;
      else if (fate === 'changed' || fate === 'unchanged') counts[fate] += 1;
      else await report.add([{ record, orderNumber, field: undefined, problem: whyLeft[fate] }]);
    }
    const done = counts.added + counts.changed + counts.unchanged + report.orders;
    onProgress({ phase: 'writing', orders: done, share: Math.min(1, done / read) });
  }
}

const whyLeft = {
  touched: 'has changed here since it was imported (a return, a cancellation, an event): it is left as it is',
  foreign: 'is here already, and not from an import: it is left as it is',
} as const;

const numbersOf = ({ orders }: StagedBatch) => {
  const having = (wanted: string) =>
    orders.filter(({ fate }) => fate === wanted).map(({ order_number }) => order_number);
  return { added: having('new'), changed: having('changed') };
};
