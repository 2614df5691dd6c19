import { randomUUID } from 'node:crypto';
import type { ProposalRequest, ProposalResponse } from '@orderline/contract/proposal.ts';
import type { AppContext } from '../app-context.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { Proposed } from './change-kind.ts';
import { ruleOf } from './change-rules.ts';
import { loadChangeFacts } from './load-change-facts.ts';
import { insertProposal } from './proposals-table.ts';
import { refusalProblem } from './refusal-problem.ts';
import { refuseWhileChanging } from './refuse-while-changing.ts';

export interface ProposalAsked {
  readonly callId: string;
  readonly orderNumber: string;
  readonly request: ProposalRequest;
}

/**
 * Proposes a change of an order that the call has proved: what accepting would do, exactly, and the words to read it back.
 * Nothing is changed. It takes the place of the call's open proposal. Throws 404 `not_found`; 422 `refused` with the rule,
 * its words and what may be offered instead; 503 `unavailable`.
 */
export async function proposeChange(
  context: AppContext,
  { callId, orderNumber, request }: ProposalAsked,
): Promise<ProposalResponse> {
  const { order } = await verifiedOrder(context, { callId, orderNumber });
  await refuseWhileChanging(context, context.database, order.orderNumber);
  const facts = await loadChangeFacts(context, context.database, { request, order });
  const judgement = ruleOf(request).judge(request, facts);
  if (judgement.verdict === 'refused') throw refusalProblem(judgement);

  const id = randomUUID();
  const { consequences } = judgement;
  const say = readBack(context, judgement);
  const expiresAt = new Date(facts.now.getTime() + facts.profile.limits.proposal_minutes * 60_000);
  await context.database.transaction().execute((transaction) =>
    insertProposal(transaction, {
      id,
      call_id: callId,
      order_number: order.orderNumber,
      revision: order.revision ?? null,
      kind: request.kind,
      request,
      consequences,
      say,
      proposed_at: facts.now,
      expires_at: expiresAt,
    }),
  );
  return {
    proposal_id: id,
    kind: request.kind,
    order_number: order.orderNumber,
    consequences,
    say,
    texting: facts.reach.texting,
    expires_at: expiresAt.toISOString(),
  };
}

/** A store whose API takes no changes has people who make them by hand: the caller knows before the yes. */
function readBack({ store: { changes }, profile }: AppContext, { say }: Proposed): string {
  if (changes.kind === 'built_in' || changes.isOffered()) return say;
  return `${sayPhrase(profile(), profile().store_change_phrases.by_hand)} ${say}`;
}
