import { randomUUID } from 'node:crypto';
import type { Units } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import type { OrderLine } from '../orders/order.ts';
import { returnable } from '../policy/returnable-rule.ts';
import { dayIn, type Day } from '../policy/store-calendar.ts';
import { hasExpired, lastExpiredShipBy } from './expired-return-rule.ts';
import { changeReturn, holdReturn, type HeldReturn } from './hold-return.ts';
import { findOverdueReturns, findReturns } from './returns-table.ts';
import { tellReturn } from './tell-receipt.ts';
import { closeWithdrawn, outstandingUnits, withdrawalEffects } from './withdrawal.ts';

const everyHour = '23 * * * *';
const mostAtOnce = 500;

/** Has expired returns swept away as long as the server runs. */
export function expireReturnsHourly(context: AppContext): void {
  context.jobs.every('expire-returns', everyHour, async () => {
    await expireReturns(context);
  });
}

/**
 * Ends the returns whose parcels never came: their units are free, and what was reserved for exchanges is sold again. Gives
 * how many. One that cannot be ended now is left for the next time.
 */
export async function expireReturns(context: AppContext): Promise<number> {
  const { time_zone, returns: terms } = context.profile();
  const today = dayIn(time_zone, context.clock());
  const overdue = await findOverdueReturns(context.database, {
    shipBy: lastExpiredShipBy(today, terms),
    limit: mostAtOnce,
  });
  let ended = 0;
  for (const rma of overdue) {
    try {
      if (await holdReturn(context, rma, (held) => expire(context, held, today))) ended += 1;
    } catch (error) {
      context.log.warn({ rma, err: error }, 'a return could not be expired');
    }
  }
  return ended;
}

async function expire(context: AppContext, held: HeldReturn, today: Day): Promise<boolean> {
  const { transaction, record } = held;
  if (!hasExpired(record, today, context.profile().returns)) return false;
  const changeId = randomUUID();
  await changeReturn(context, held, { changeId, kind: 'return_withdrawn', effects: withdrawalEffects(record) });
  await closeWithdrawn(context, transaction, { record, as: 'expired' });
  const isOpenUntil = await lastDayToAskAgain(context, held);
  await tellReturn(context, held, {
    changeId,
    notice: {
      kind: 'return_expired',
      rma: record.rma,
      items: outstandingUnits(record),
      ...(isOpenUntil === undefined ? {} : { isOpenUntil }),
    },
  });
  return true;
}

/** Until when all of it may be asked for anew; undefined when a window has closed meanwhile. */
async function lastDayToAskAgain(
  context: AppContext,
  { transaction, record, order }: HeldReturn,
): Promise<Day | undefined> {
  const units = outstandingUnits(record);
  const facts = {
    order: { ...order, lines: order.lines.map((line) => withoutRequested(line, units)) },
    profile: context.profile(),
    now: context.clock(),
    returns: await findReturns(transaction, record.orderNumber),
    waived: new Set<string>(),
  };
  const days: Day[] = [];
  for (const of of units) {
    const judged = returnable(of, facts);
    if (judged.verdict === 'not_returnable') return undefined;
    days.push(...judged.units.flatMap(({ until }) => until ?? []));
  }
  return days.toSorted()[0];
}

/** The line as it is once its units have been withdrawn. */
function withoutRequested(line: OrderLine, units: readonly Units[]): OrderLine {
  const withdrawn = units.find((of) => of.line === line.line)?.quantity ?? 0;
  const returnRequested = Math.max(0, line.counts.returnRequested - withdrawn);
  return { ...line, counts: { ...line.counts, returnRequested } };
}
