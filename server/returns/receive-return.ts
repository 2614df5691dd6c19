import { randomUUID } from 'node:crypto';
import type { DeskReturn, ReceiveRequest } from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import { jobId } from '../database/job-id.ts';
import { problem } from '../http/problem-response.ts';
import { fromStore } from '../identity/ask-store.ts';
import { dayIn } from '../policy/store-calendar.ts';
import { unitsOfLine } from '../policy/returnable-units-rule.ts';
import { audit } from '../staff/audit.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import { deskReturnOf } from './desk-return.ts';
import { changeReturn, holdReturn, type HeldReturn } from './hold-return.ts';
import { judgeReceipt, type LineReceipt, type Receipt } from './receipt-rule.ts';
import { insertReceipt } from './return-receipts-table.ts';
import { addToReturnLine } from './return-lines-table.ts';
import { isOpen, outstanding } from './return-record.ts';
import { findReturns, updateReturn } from './returns-table.ts';
import { settleRefund } from './settle-refund.ts';
import { tellReceipt } from './tell-receipt.ts';

export interface ReceivedAtDesk {
  readonly rma: string;
  readonly staffId: string;
  readonly request: ReceiveRequest;
  /** Under the same one, a parcel is booked in once, also after a server that died. */
  readonly idempotencyKey: string | undefined;
}

/**
 * Books a parcel in that came for a return: restocks, refunds or replaces what is good, holds what is damaged, tells the
 * customer, all in one transaction. Late parcels are taken and marked. Throws 404 `not_found`; 422 `refused` when more came
 * than the return is for; 409 `order_moved`.
 */
export async function receiveReturn(
  context: AppContext,
  { rma, staffId, request, idempotencyKey }: ReceivedAtDesk,
): Promise<DeskReturn> {
  const changeId =
    idempotencyKey === undefined ? randomUUID() : jobId('receive', `${staffId} ${rma} ${idempotencyKey}`);
  return holdReturn(context, rma, async (held) => {
    const { transaction, record } = held;
    const parcel = { change_id: changeId, rma, lines: request.lines, received_at: context.clock() };
    if (!(await insertReceipt(transaction, parcel))) return deskReturnOf(context, transaction, rma);

    const receipt = await judge(context, held, request);
    await changeReturn(context, held, { changeId, kind: 'return_received', effects: receipt.effects });
    await keepReceipt(context, held, receipt);
    if (receipt.refund !== undefined) await settleRefund(context, held, { changeId, refund: receipt.refund });
    await tellReceipt(context, held, { changeId, receipt });
    await announceOutcome(context, transaction, {
      event: 'return.received',
      id: changeId,
      data: {
        order_number: record.orderNumber,
        rma,
        lines: receipt.lines.map(({ line, name, good, damaged }) => ({ line, name, quantity: good + damaged })),
        reason: record.reason,
        is_held: receipt.lines.some(({ damaged }) => damaged > 0),
      },
    });
    await audit(transaction, {
      staffId,
      act: 'return.received',
      subject: `return:${rma}`,
      detail: {
        good: sum(receipt.lines.map(({ good }) => good)),
        damaged: sum(receipt.lines.map(({ damaged }) => damaged)),
        refund_cents: receipt.refund?.amount_cents ?? 0,
        is_late: receipt.isLate,
      },
    });
    return deskReturnOf(context, transaction, rma);
  });
}

type Taken = Extract<Receipt, { verdict: 'taken' }>;

async function judge(context: AppContext, held: HeldReturn, { lines, posted_on }: ReceiveRequest): Promise<Taken> {
  const { transaction, record, order } = held;
  const timeZone = context.profile().time_zone;
  const wanted = record.lines.map(({ line }) => line);
  const variants = await fromStore(context, () =>
    context.store.variantsOf(transaction, order, record.kind === 'exchange' ? wanted : []),
  );
  const returns = await findReturns(transaction, record.orderNumber);
  const receipt = judgeReceipt({
    record,
    order,
    found: lines,
    free: new Map(order.lines.map((line) => [line.line, unitsOfLine(line, { order, returns, timeZone }).free.length])),
    available: new Map([...variants.values()].flat().map(({ sku, available }) => [sku, available])),
    cameOn: posted_on ?? dayIn(timeZone, context.clock()),
  });
  if (receipt.verdict === 'taken') return receipt;
  throw problem('refused', {
    reason: receipt.reason,
    detail: 'That is more than this return is still waiting for: look whether the items belong to another one',
  });
}

async function keepReceipt({ clock }: AppContext, { transaction, record }: HeldReturn, receipt: Taken): Promise<void> {
  const { rma } = record;
  for (const of of receipt.lines) {
    await addToReturnLine(transaction, {
      rma,
      line: of.line,
      counters: {
        received: of.good + of.damaged,
        held: of.damaged,
        refunded: of.good - of.sentReserved - of.sentFree,
        reserved: -of.sentReserved,
      },
    });
  }
  const came = (line: number) => sum(receipt.lines.filter((of) => of.line === line).map(unitsIn));
  const isComplete = record.lines.every((of) => outstanding(of) === came(of.line));
  await updateReturn(transaction, rma, {
    // Of a return that had ended, nothing more is waited for.
    state: isComplete || !isOpen(record) ? 'received' : 'partially_received',
    received_at: clock(),
    ...(receipt.isLate ? { is_late: true } : {}),
  });
}

const unitsIn = ({ good, damaged }: LineReceipt) => good + damaged;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
