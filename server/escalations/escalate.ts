import { randomUUID } from 'node:crypto';
import type { EscalationRequest, EscalationResponse } from '@orderline/contract/escalation.ts';
import type { ProposalRequest } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import { loadChangeFacts } from '../changes/load-change-facts.ts';
import { refusalProblem } from '../changes/refusal-problem.ts';
import { keepFactor } from '../identity/kept-order.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import type { Order } from '../orders/order.ts';
import { escalationContext } from './escalation-context.ts';
import { saysLogged } from './escalation-wording.ts';
import { adoptPending, type EscalationRow, type NewEscalation } from './escalations-table.ts';
import { judgeEscalation } from './judge-escalation.ts';
import { openEscalation } from './open-escalation.ts';

export interface EscalationAsked {
  readonly callId: string;
  readonly orderNumber: string;
  readonly request: EscalationRequest;
}

/**
 * Logs what only a person may decide (seed, "escalate … Then log the request") and tells the store's people at once. One
 * of a matter is pending on an order at a time: asked again, also at the same moment, it is the same one. Throws 404
 * `not_found`; 422 `refused` for a change that needs nobody, or that nobody's approval would make possible; 503
 * `unavailable`.
 */
export async function escalate(
  context: AppContext,
  { callId, orderNumber, request }: EscalationAsked,
): Promise<EscalationResponse> {
  const { order, factor } = await verifiedOrder(context, { callId, orderNumber });
  const facts = await loadChangeFacts(context, context.database, {
    request: request.change ?? returnOfAll(order),
    order,
  });
  const judged = judgeEscalation(request, facts);
  if (judged.verdict === 'refused') throw refusalProblem(judged);

  const { escalation, isNew } = await log(context, {
    id: randomUUID(),
    call_id: callId,
    order_number: order.orderNumber,
    sealed_factor: keepFactor(context, { callId, orderNumber: order.orderNumber, factor }),
    matter: request.matter,
    request: request.request,
    change: request.change ?? null,
    context: escalationContext(request, facts, judged.refusal),
    consequences: judged.consequences ?? null,
    asked_at: facts.now,
  });
  return {
    escalation_id: escalation.id,
    matter: escalation.matter,
    status: 'pending',
    ...saysLogged(facts, { isNew }),
  };
}

type Logged = { readonly escalation: Pick<EscalationRow, 'id' | 'matter'>; readonly isNew: boolean };

async function log(context: AppContext, escalation: NewEscalation): Promise<Logged> {
  // Between the two, the one that was pending may be decided: then there is room for this one.
  for (;;) {
    const isNew = await context.database
      .transaction()
      .execute((transaction) => openEscalation(context, transaction, escalation));
    if (isNew) return { escalation, isNew };
    const pending = await adoptPending(context.database, escalation);
    if (pending !== undefined) return { escalation: pending, isNew: false };
  }
}

/** Whose facts serve to tell a person how late a request is that names no change. */
const returnOfAll = ({ lines }: Order): ProposalRequest => ({
  kind: 'return',
  lines: lines.map(({ line, quantity }) => ({ line, quantity })),
  reason: 'other',
});
