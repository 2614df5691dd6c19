import { randomUUID } from 'node:crypto';
import type { DeskReturn, ReleaseRequest } from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { audit } from '../staff/audit.ts';
import { deskReturnOf } from './desk-return.ts';
import { releaseHeld, type Released } from './held-units-rule.ts';
import { changeReturn, holdReturn, type HeldReturn } from './hold-return.ts';
import { addToReturnLine } from './return-lines-table.ts';
import { settleRefund } from './settle-refund.ts';
import { receivedNotice, tellReturn } from './tell-receipt.ts';

export interface ReleasedAtDesk {
  readonly rma: string;
  readonly staffId: string;
  readonly request: ReleaseRequest;
}

/**
 * Carries out a person's decision on units that came damaged, and tells the customer. Throws 404 `not_found`; 422 `refused`
 * when none are held, or a return is to be replaced; 409 `order_moved`.
 */
export async function releaseHeldUnits(
  context: AppContext,
  { rma, staffId, request: { decision, reason } }: ReleasedAtDesk,
): Promise<DeskReturn> {
  return holdReturn(context, rma, async (held) => {
    const released = releaseHeld(held.record, held.order, decision);
    if (released === undefined) {
      throw problem('refused', {
        reason: 'nothing_to_change',
        detail: 'Nothing of this return is held, or it is a return, for which nothing can be sent',
      });
    }
    const { effects, refund } = released;
    const changeId = randomUUID();
    // What is rejected has come back already, and no money goes: the order stays as it is.
    if (effects.length > 0) await changeReturn(context, held, { changeId, kind: 'return_received', effects });
    await keepDecision(held, { released, isRejected: decision === 'reject', isSent: decision === 'replace' });
    if (refund !== undefined) await settleRefund(context, held, { changeId, refund });
    await tellReturn(context, held, {
      changeId,
      notice:
        decision === 'reject'
          ? { kind: 'decision', isApproved: false, request: `the return ${rma}`, words: reason }
          : receivedNotice(held, released.lines, refund),
    });
    await audit(held.transaction, {
      staffId,
      act: 'return.released',
      subject: `return:${rma}`,
      detail: { decision, reason, refund_cents: refund?.amount_cents ?? 0 },
    });
    return deskReturnOf(context, held.transaction, rma);
  });
}

async function keepDecision(
  { transaction, record }: HeldReturn,
  { released, isRejected, isSent }: { released: Released; isRejected: boolean; isSent: boolean },
): Promise<void> {
  for (const { line, quantity, unreserved } of released.lines) {
    await addToReturnLine(transaction, {
      rma: record.rma,
      line,
      counters: {
        held: -quantity,
        reserved: -unreserved,
        ...(isRejected ? { rejected: quantity } : {}),
        ...(isRejected || isSent ? {} : { refunded: quantity }),
      },
    });
  }
}
