import type { ApprovalPreview, EscalationDetail, EscalationList } from '@orderline/contract/desk-escalation.ts';
import type { EscalationsResponse, EscalationStatus } from '@orderline/contract/escalation.ts';
import type { AppContext } from '../app-context.ts';
import { ruleOf } from '../changes/change-rules.ts';
import { loadChangeFacts } from '../changes/load-change-facts.ts';
import { problem, ProblemError } from '../http/problem-response.ts';
import { keptOrder } from '../identity/kept-order.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { viewEscalation } from './escalation-view.ts';
import { saysDecided } from './escalation-wording.ts';
import {
  findEscalation,
  findEscalationPage,
  findEscalationsOfOrder,
  type EscalationRow,
  type SignedEscalationRow,
} from './escalations-table.ts';
import { waiversOf } from './judge-escalation.ts';

/** What became of each request about an order that the call has proved, in whichever call it was made. */
export async function tellEscalations(
  context: AppContext,
  asked: { callId: string; orderNumber: string },
): Promise<EscalationsResponse> {
  const { order } = await verifiedOrder(context, asked);
  const rows = await findEscalationsOfOrder(context.database, order.orderNumber);
  return {
    escalations: rows.map((row) => ({
      escalation_id: row.id,
      matter: row.matter,
      status: row.state,
      say: saysDecided(context.profile(), row),
    })),
  };
}

/** A page of what the store's people are asked, newest first; `before` is the `next` of the page before. */
export async function listEscalations(
  { database }: AppContext,
  { state, before, limit }: { state: EscalationStatus | undefined; before: string | undefined; limit: number },
): Promise<EscalationList> {
  const found = await findEscalationPage(database, { state, before, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    escalations: page.map(viewEscalation),
    ...(found.length > limit && last !== undefined ? { next: last.position } : {}),
  };
}

/** One of them, with what approving it would do now. Throws 404 `not_found`. */
export async function readEscalation(
  context: AppContext,
  id: string,
): Promise<{ row: SignedEscalationRow; detail: EscalationDetail }> {
  const row = await findEscalation(context.database, id);
  if (row === undefined) throw problem('not_found', { detail: 'There is no such escalation' });
  const now = await previewApproval(context, row);
  return { row, detail: { ...viewEscalation(row), ...(now === undefined ? {} : { now }) } };
}

async function previewApproval(context: AppContext, escalation: EscalationRow): Promise<ApprovalPreview | undefined> {
  const { state, change, matter, consequences } = escalation;
  if (state !== 'pending' || change === null) return undefined;
  // It was judged when the customer confirmed it, and is done as it was confirmed.
  if (matter === 'store_change') {
    return consequences === null ? { verdict: 'unknown' } : { verdict: 'possible', consequences };
  }
  try {
    const { order } = await keptOrder(context, escalation);
    if (order === undefined) return { verdict: 'unknown' };
    const waived = waiversOf(matter);
    const facts = await loadChangeFacts(context, context.database, { request: change, order, waived });
    const judged = ruleOf(change).judge(change, facts);
    return judged.verdict === 'proposed'
      ? { verdict: 'possible', consequences: judged.consequences }
      : { verdict: 'impossible', reason: judged.reason, say: judged.say };
  } catch (error) {
    if (error instanceof ProblemError) return { verdict: 'unknown' };
    throw error;
  }
}
