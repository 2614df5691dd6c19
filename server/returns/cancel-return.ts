import { randomUUID } from 'node:crypto';
import type { CancelReturnResponse } from '@orderline/contract/returns.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { holdReturnInCall, type AskedInCall } from './hold-return-in-call.ts';
import { changeReturn, type HeldReturn } from './hold-return.ts';
import { isOpen } from './return-record.ts';
import { updateReturn } from './returns-table.ts';
import { tellReturn } from './tell-receipt.ts';
import { closeWithdrawn, outstandingUnits, withdrawalEffects } from './withdrawal.ts';

/**
 * Withdraws what of a return has not come: its units may be returned anew, and what an exchange reserved is free. Cancelled
 * again, it stays so. Throws 404 `not_found`; 422 `refused` when all has come; 409 `order_moved`.
 */
export async function cancelReturn(context: AppContext, asked: AskedInCall): Promise<CancelReturnResponse> {
  return holdReturnInCall(context, asked, async (held) => {
    const { rma, state } = held.record;
    const profile = context.profile();
    const { withdrawn, withdrawn_already, nothing_to_withdraw } = profile.return_phrases;
    const say = (template: string) => sayPhrase(profile, template, { rma });
    if (state === 'cancelled') return { rma, state, say: say(withdrawn_already) };
    if (state === 'received') {
      throw problem('refused', { reason: 'already_returned', say: say(nothing_to_withdraw) });
    }
    await (isOpen(held.record) ? withdraw(context, held) : updateReturn(held.transaction, rma, { state: 'cancelled' }));
    return { rma, state: state === 'partially_received' ? 'received' : 'cancelled', say: say(withdrawn) };
  });
}

async function withdraw(context: AppContext, held: HeldReturn): Promise<void> {
  const { transaction, record } = held;
  const changeId = randomUUID();
  await changeReturn(context, held, { changeId, kind: 'return_withdrawn', effects: withdrawalEffects(record) });
  await closeWithdrawn(context, transaction, { record, as: 'cancelled' });
  const notice = { kind: 'return_withdrawn', rma: record.rma, items: outstandingUnits(record) } as const;
  await tellReturn(context, held, { changeId, notice });
}
