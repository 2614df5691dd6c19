import type { Kysely } from 'kysely';
import type { ApprovalOutcome, EscalationDecision, EscalationView } from '@orderline/contract/desk-escalation.ts';
import type { AppContext } from '../app-context.ts';
import { announce } from '../calls/call-signals.ts';
import { carryOutChange } from '../changes/carry-out-change.ts';
import { variantsAhead } from '../changes/load-change-facts.ts';
import { settleDone, settleFailed } from '../changes/settle-change.ts';
import type { Database } from '../database/schema.ts';
import { problem, ProblemError } from '../http/problem-response.ts';
import { askerOf, keptOrder, type KeptOrder } from '../identity/kept-order.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import type { Order } from '../orders/order.ts';
import { audit } from '../staff/audit.ts';
import type { VariantsByLine } from '../store/store-connector.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import { viewEscalation } from './escalation-view.ts';
import { calledInSentence, saysDecided } from './escalation-wording.ts';
import { findEscalation, lockEscalation, settleEscalation, type EscalationRow } from './escalations-table.ts';
import { waiversOf } from './judge-escalation.ts';

/** A member of staff at the desk, or whoever holds the link of the e-mail. */
type Decider = { readonly via: 'desk'; readonly staffId: string } | { readonly via: 'link' };

export interface DecisionMade {
  readonly id: string;
  readonly decider: Decider;
  readonly made: EscalationDecision;
}

/**
 * A person's decision, and all that follows from it in one transaction: an approved change is carried out, the customer is
 * told, and so is the call if it still runs. The first decision stands. Throws 404 `not_found`; 409 `already_decided`, and
 * `order_moved` with what the rules say now where the change is no longer possible, after which nothing was decided; 503
 * `unavailable`.
 */
export async function decideEscalation(
  context: AppContext,
  { id, decider, made }: DecisionMade,
): Promise<EscalationView> {
  const { database } = context;
  const asked = openEscalation(await findEscalation(database, id));
  // What people do by hand has been judged, and waits for no answer of the store's.
  const isByHand = asked.matter === 'store_change';
  const { order, asker } = isByHand
    ? { order: undefined, asker: askerOf(context, asked) }
    : await keptOrder(context, asked);
  const variants =
    order === undefined || asked.change === null
      ? undefined
      : await variantsAhead(context, { request: asked.change, order });
  await database.transaction().execute(async (transaction) => {
    const escalation = openEscalation(await lockEscalation(transaction, id));
    const state = made.decision === 'approve' ? 'approved' : 'refused';
    const outcome = isByHand
      ? await settleByHand(context, transaction, { escalation, state })
      : await carryOut(context, transaction, { escalation, state, order, variants, decider });
    const decided = { ...escalation, state, words: made.words ?? null, outcome } as const;
    await settleEscalation(transaction, id, {
      state,
      decided_at: context.clock(),
      decided_by: staffIdOf(decider),
      decided_via: decider.via,
      reason: made.reason,
      words: decided.words,
      outcome,
    });
    if (isToBeTold(decided)) await tellCustomer(context, transaction, { decided, asker });
    await record(context, transaction, { decided, decider, reason: made.reason });
  });
  const row = await findEscalation(database, id);
  if (row === undefined) throw problem('not_found');
  return viewEscalation(row);
}

type Decided = EscalationRow & { readonly state: 'approved' | 'refused' };

function openEscalation<Row extends EscalationRow>(escalation: Row | undefined): Row {
  if (escalation === undefined) throw problem('not_found', { detail: 'There is no such escalation' });
  if (escalation.state !== 'pending') {
    throw problem('already_decided', { detail: `It has been ${escalation.state} already; look at it anew` });
  }
  return escalation;
}

interface Settling {
  readonly escalation: EscalationRow;
  readonly state: Decided['state'];
}

/** A change that the store's people were to do: what belongs to it is kept and sent once they did. */
async function settleByHand(
  context: AppContext,
  transaction: Kysely<Database>,
  { escalation: { id, order_number }, state }: Settling,
): Promise<ApprovalOutcome | null> {
  const pending = { escalationId: id, orderNumber: order_number };
  if (state === 'approved') return (await settleDone(context, transaction, pending))?.outcome ?? null;
  await settleFailed(context, transaction, pending);
  return null;
}

interface CarryingOut extends Settling {
  readonly order: Order | undefined;
  readonly variants: VariantsByLine | undefined;
  readonly decider: Decider;
}

async function carryOut(
  context: AppContext,
  transaction: Kysely<Database>,
  { escalation, state, order, variants, decider }: CarryingOut,
): Promise<ApprovalOutcome | null> {
  const { id, change, matter, call_id: callId } = escalation;
  if (state === 'refused' || change === null) return null;
  if (order === undefined) throw problem('order_moved', { detail: 'The order no longer belongs to whoever asked' });
  try {
    const { outcome, say, rma } = await carryOutChange(context, transaction, {
      changeId: id,
      request: change,
      order,
      variants,
      waived: waiversOf(matter),
      origin: { by: 'staff', staffId: staffIdOf(decider), callId },
    });
    return { outcome, say, ...(rma === undefined ? {} : { rma }) };
  } catch (error) {
    throw error instanceof ProblemError ? movedOn(error) : error;
  }
}

/** What a rule refuses now it had allowed when it was asked for: the order has moved, and staff see why. */
function movedOn({ body, cause }: ProblemError): ProblemError {
  const { code, say, reason, offers, rma } = body;
  return problem(code === 'refused' ? 'order_moved' : code, {
    detail: 'The order has changed since the customer asked, and this is no longer possible; nothing was decided',
    ...(say === undefined ? {} : { say }),
    ...(reason === undefined ? {} : { reason }),
    ...(offers === undefined ? {} : { offers }),
    ...(rma === undefined ? {} : { rma }),
    cause,
  });
}

/**
 * Where no change was carried out, whose own messages say it, or where there is more to tell. Of what the store's people
 * were to catch up with, the customer knows already.
 */
function isToBeTold({ matter, change, outcome, words }: Decided): boolean {
  if (words !== null) return true;
  return outcome === null && !(matter === 'store_change' && change === null);
}

async function tellCustomer(
  context: AppContext,
  transaction: Kysely<Database>,
  { decided, asker }: { decided: Decided; asker: KeptOrder['asker'] },
): Promise<void> {
  await notifyCustomer(context, transaction, {
    notice: {
      kind: 'decision',
      isApproved: decided.state === 'approved',
      request: calledInSentence(context.profile(), decided),
      words: decided.words ?? undefined,
    },
    order: asker,
    callId: decided.call_id,
    key: `${decided.id} decision`,
    via: 'text_else_email',
  });
}

async function record(
  context: AppContext,
  transaction: Kysely<Database>,
  { decided, decider, reason }: { decided: Decided; decider: Decider; reason: string },
): Promise<void> {
  const { id, order_number, matter, state, call_id: callId } = decided;
  await audit(transaction, {
    staffId: staffIdOf(decider),
    act: `escalation.${state}`,
    subject: `escalation:${id}`,
    detail: { order_number, matter, via: decider.via, reason },
  });
  await announceOutcome(context, transaction, {
    event: 'escalation.decided',
    id,
    data: { order_number, escalation_id: id, matter, decision: state },
  });
  await announce(transaction, {
    kind: 'decided',
    callId,
    escalationId: id,
    isApproved: state === 'approved',
    say: saysDecided(context.profile(), decided),
  });
}

const staffIdOf = (decider: Decider) => (decider.via === 'desk' ? decider.staffId : null);
