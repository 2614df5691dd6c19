import type { JoinResponse } from '@orderline/contract/call.ts';
import type { AppContext } from '../app-context.ts';
import { pendingProposalOf } from '../changes/pending-proposal.ts';
import { problem } from '../http/problem-response.ts';
import { identityOf } from '../identity/identity-of.ts';
import { dayIn } from '../policy/store-calendar.ts';
import { agentProfileOf } from '../store-profile/agent-profile.ts';
import { announce } from './call-signals.ts';
import { signCallToken } from './call-token.ts';
import { type CallRow, findCall, raiseGeneration } from './calls-table.ts';
import { modelBudgetOf } from './model-budget.ts';
import { openPhoneCall } from './open-phone-call.ts';
import { readConversation } from './read-conversation.ts';

/**
 * A job takes a call, to begin it or to go on with it. Each join raises the call's generation, and every older job is
 * told that it is superseded. A room that the telephone has made becomes a call by this. Throws 404 `not_found` for a room
 * that is no call, 409 `call_ended`.
 */
export async function joinCall(context: AppContext, callId: string): Promise<JoinResponse> {
  const call = (await takeCall(context, callId)) ?? (await takePhoneCall(context, callId));
  if (call === undefined) throw await whyNot(context, callId);

  const [callToken, identity, conversation, pending, budget] = await Promise.all([
    signCallToken(
      { clock: context.clock, secret: context.config.tokenSecret },
      { callId, generation: call.generation },
    ),
    identityOf(context, callId),
    readConversation(context, callId),
    pendingProposalOf(context, callId),
    modelBudgetOf(context, callId),
  ]);
  const profile = context.profile();
  return {
    call_id: callId,
    call_token: callToken,
    generation: call.generation,
    channel: call.channel,
    customer_identity: call.customer_identity,
    today: dayIn(profile.time_zone, context.clock()),
    profile: agentProfileOf(profile, { channel: call.channel, now: context.clock() }),
    verified_orders: identity.verified_orders,
    attempts_left: identity.attempts_left,
    ...(pending === undefined ? {} : { pending_proposal: pending }),
    model_budget: budget,
    conversation,
  };
}

function takeCall({ database }: AppContext, callId: string): Promise<CallRow | undefined> {
  return database.transaction().execute(async (transaction) => {
    const joined = await raiseGeneration(transaction, callId);
    if (joined !== undefined) await announce(transaction, { kind: 'joined', callId, generation: joined.generation });
    return joined;
  });
}

async function takePhoneCall(context: AppContext, callId: string): Promise<CallRow | undefined> {
  // One that has ended is not opened again; one that another job has opened meanwhile is taken.
  if ((await findCall(context.database, callId)) === undefined) await openPhoneCall(context, callId);
  return takeCall(context, callId);
}

async function whyNot({ database }: AppContext, callId: string) {
  const call = await findCall(database, callId);
  return call === undefined
    ? problem('not_found', { detail: 'No call has this room' })
    : problem('call_ended', { detail: 'The call has ended: leave its room' });
}
