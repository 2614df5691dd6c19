import type { Kysely } from 'kysely';
import type { InvestigationResolution, InvestigationView } from '@orderline/contract/investigation.ts';
import type { Effect } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import { countedOrder } from '../changes/counted-order.ts';
import { lockChangesOf } from '../changes/proposals-table.ts';
import { insertClaim } from '../claims/claims-table.ts';
import { customerKey } from '../claims/customer-key.ts';
import type { Database } from '../database/schema.ts';
import { problem } from '../http/problem-response.ts';
import { keptOrder } from '../identity/kept-order.ts';
import type { NoticeOf } from '../messages/notice.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import type { Order } from '../orders/order.ts';
import { claimValueCents } from '../policy/claim-rule.ts';
import { audit } from '../staff/audit.ts';
import { changeOrder } from '../store/change-order.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import {
  findInvestigation,
  lockInvestigation,
  settleInvestigation,
  type InvestigationResolved,
  type InvestigationRow,
} from './investigations-table.ts';
import { settlementOf, type Settlement } from './settlement-rule.ts';
import { viewInvestigation } from './read-investigations.ts';

export interface ResolutionMade {
  readonly id: string;
  readonly staffId: string;
  readonly made: InvestigationResolution;
}

const states = { reship: 'reshipped', refund: 'refunded', found: 'found' } as const;

/**
 * What the store's people found out of a missing parcel, and all that follows in one transaction: its units are sent again
 * or paid back, and so can be claimed no more; the customer is told. The first resolution stands. Throws 404 `not_found`;
 * 409 `already_decided`; 422 `refused` where it cannot be done, with nothing changed: `out_of_stock`, `already_claimed`,
 * `facts_unknown`; 503 `unavailable`.
 */
export async function resolveInvestigation(
  context: AppContext,
  { id, staffId, made }: ResolutionMade,
): Promise<InvestigationView> {
  const { database } = context;
  const asked = openInvestigation(await findInvestigation(database, id));
  const { order: told } = await keptOrder(context, asked);
  if (told === undefined) throw problem('order_moved', { detail: 'The order no longer belongs to whoever asked' });
  await database.transaction().execute(async (transaction) => {
    const investigation = openInvestigation(await lockInvestigation(transaction, id));
    const order = await orderAsItIs(context, transaction, told);
    const settlement = settlementOf(made.resolution, {
      order,
      missing: investigation.lines,
      profile: context.profile(),
    });
    if (settlement.is === 'impossible') throw problem('refused', settlement.why);
    await settle(context, transaction, { investigation, order, settlement });

    const resolved: InvestigationResolved = {
      state: states[made.resolution],
      resolved_at: context.clock(),
      resolved_by: staffId,
      reason: made.reason,
      words: made.words ?? null,
      refund:
        settlement.is === 'refund'
          ? { amount_cents: settlement.refund.amount_cents, parts: settlement.refund.parts }
          : null,
    };
    await settleInvestigation(transaction, id, resolved);
    await tellOutcome(context, transaction, { investigation, order, resolved, settlement });
  });
  const row = await findInvestigation(database, id);
  if (row === undefined) throw problem('not_found');
  return viewInvestigation(row, context.profile());
}

function openInvestigation<Row extends InvestigationRow>(investigation: Row | undefined): Row {
  if (investigation === undefined) throw problem('not_found', { detail: 'There is no such investigation' });
  if (investigation.state !== 'open') {
    throw problem('already_decided', { detail: `It is ${investigation.state} already; look at it anew` });
  }
  return investigation;
}

/** Of a built-in order the locked row counts, of any other what the store has just told. */
async function orderAsItIs(context: AppContext, transaction: Kysely<Database>, told: Order): Promise<Order> {
  const { changes } = context.store;
  if (changes.kind === 'remote') {
    await lockChangesOf(transaction, told.orderNumber);
    return countedOrder(context, transaction, told);
  }
  const order = await changes.lockOrder(transaction, told.orderNumber);
  if (order === undefined) throw problem('not_found', { detail: 'The order of this investigation is gone' });
  return order;
}

type Settling = { readonly investigation: InvestigationRow; readonly order: Order; readonly settlement: Settlement };

async function settle(
  context: AppContext,
  transaction: Kysely<Database>,
  { investigation, order, settlement }: Settling,
): Promise<void> {
  if (settlement.is === 'found') return;
  const { units } = settlement;
  const effects: Effect[] = [
    ...units.map(({ line, quantity }): Effect => ({ effect: 'claim_units', line, quantity })),
    ...(settlement.is === 'refund' ? [settlement.refund] : settlement.sends),
  ];
  const outcome = await changeOrder(context, transaction, {
    change: {
      change_id: investigation.id,
      order_number: order.orderNumber,
      ...(order.revision === undefined ? {} : { revision: order.revision }),
      kind: 'investigation',
      reason: investigation.why,
      effects,
    },
    order,
    callId: investigation.call_id,
  });
  if (outcome === 'out_of_stock') {
    throw problem('refused', { reason: 'out_of_stock', detail: 'Not enough of it is in stock: refund it instead' });
  }
  if (outcome === 'moved') throw problem('order_moved', { detail: 'The order has changed just now: try again' });
  await insertClaim(
    transaction,
    {
      claim_id: investigation.id,
      order_number: order.orderNumber,
      call_id: investigation.call_id,
      customer_key: customerKey(context.config.tokenSecret, order),
      problem: 'missing',
      wish: settlement.is === 'refund' ? 'refund' : 'replacement',
      reason_words: null,
      value_cents: claimValueCents(order, units),
      claimed_at: context.clock(),
    },
    units,
  );
}

async function tellOutcome(
  context: AppContext,
  transaction: Kysely<Database>,
  { investigation, order, settlement, resolved }: Settling & { readonly resolved: InvestigationResolved },
): Promise<void> {
  const { id, call_id: callId, order_number, parcel } = investigation;
  await notifyCustomer(context, transaction, {
    notice: { kind: 'investigation_resolved', resolved: noticeOf(settlement, { order, words: resolved.words }) },
    order,
    callId,
    key: `${id} investigation_resolved`,
    via: 'text_else_email',
  });
  await audit(transaction, {
    staffId: resolved.resolved_by,
    act: `investigation.${resolved.state}`,
    subject: `investigation:${id}`,
    detail: { order_number, reason: resolved.reason },
  });
  await announceOutcome(context, transaction, {
    event: 'investigation.resolved',
    id,
    data: {
      order_number,
      investigation_id: id,
      ...(parcel.tracking_number === undefined ? {} : { tracking_number: parcel.tracking_number }),
      resolution: resolved.state,
    },
  });
}

function noticeOf(
  settlement: Settlement,
  { order, words }: { order: Order; words: string | null },
): NoticeOf<'investigation_resolved'>['resolved'] {
  switch (settlement.is) {
    case 'found':
      return { by: 'found', words: words ?? undefined };
    case 'reship':
      return { by: 'reship' };
    case 'refund': {
      const { amount_cents: amountCents, parts } = settlement.refund;
      return { by: 'refund', refund: { amountCents, currency: order.currency, parts } };
    }
  }
}
