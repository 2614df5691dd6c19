import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { holdReturn, type HeldReturn } from './hold-return.ts';
import { findReturn } from './returns-table.ts';

export interface AskedInCall {
  readonly callId: string;
  readonly orderNumber: string;
  readonly rma: string;
}

/**
 * Runs `verb` on a return of an order that this call has proved. Throws 404 `not_found` for an order that was not proved
 * here, and for a return that is not of this order.
 */
export async function holdReturnInCall<Answer>(
  context: AppContext,
  asked: AskedInCall,
  verb: (held: HeldReturn) => Promise<Answer>,
): Promise<Answer> {
  const { order } = await verifiedOrder(context, asked);
  const found = await findReturn(context.database, asked.rma);
  if (found?.orderNumber !== order.orderNumber) {
    const say = sayPhrase(context.profile(), context.profile().return_phrases.no_such_return);
    throw problem('not_found', { detail: 'This order has no return of this number', say });
  }
  return holdReturn(context, asked.rma, verb);
}
