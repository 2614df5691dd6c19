import type { Kysely } from 'kysely';
import type { DeskReturn, DeskReturnsResponse } from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import { returnFacts } from './return-facts.ts';
import { findNewestReturns, findReturn, type KeptReturn, type ReturnsWanted } from './returns-table.ts';

/** The newest returns for the desk, in one state or in all. */
export async function listDeskReturns(
  { database, profile }: AppContext,
  wanted: ReturnsWanted,
): Promise<DeskReturnsResponse> {
  const records = await findNewestReturns(database, wanted);
  return { returns: records.map((record) => viewOf(record, profile().time_zone)) };
}

/** A return as it is within a transaction. Throws 404 `not_found`. */
export async function deskReturnOf(
  { profile }: AppContext,
  transaction: Kysely<Database>,
  rma: string,
): Promise<DeskReturn> {
  const record = await findReturn(transaction, rma);
  if (record === undefined) throw problem('not_found', { detail: 'There is no return of this number' });
  return viewOf(record, profile().time_zone);
}

const viewOf = (record: KeptReturn, timeZone: string): DeskReturn => ({
  ...returnFacts(record, timeZone),
  order_number: record.orderNumber,
  reason: record.reason,
  ...(record.reasonWords === undefined ? {} : { reason_words: record.reasonWords }),
  is_late: record.isLate,
  labels: record.labels,
});
