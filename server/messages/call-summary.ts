import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import { findEvents } from '../calls/call-events-table.ts';
import { findCall } from '../calls/calls-table.ts';
import { findPendingChange } from '../changes/pending-changes-table.ts';
import { openPrepared } from '../changes/prepare-change.ts';
import { findProposals } from '../changes/proposals-table.ts';
import type { Database } from '../database/schema.ts';
import { loadOrder } from '../orders/load-order.ts';
import type { Order } from '../orders/order.ts';
import { callSummaryData, callSummaryJob } from './call-summary-job.ts';
import { findNoticesOfCall, type CustomerNoticeRow } from './customer-notices-table.ts';
import { notifyCustomer } from './notify-customer.ts';
import { reachOf } from './reach-of.ts';
import { whatHappened, type ProposalHappened } from './what-happened.ts';

/** Tells customers what happened in their calls, by the jobs that `endCall` makes. */
export function sumUpCalls(context: AppContext): void {
  context.jobs.work(callSummaryJob, {
    schema: callSummaryData,
    handler: ({ call_id }) =>
      context.database.transaction().execute((transaction) => sumUpCall(context, transaction, call_id)),
  });
}

interface Customer {
  readonly contact: Order['contact'];
  readonly happened: ProposalHappened[];
}

async function sumUpCall(context: AppContext, transaction: Kysely<Database>, callId: string): Promise<void> {
  const call = await findCall(transaction, callId);
  if (call === undefined) return;
  const notices = await findNoticesOfCall(transaction, callId);
  const customers = new Map<string, Customer>();
  const turns = await findEvents(transaction, callId, ['turn']);
  for (const happened of whatHappened(await findProposals(transaction, callId), { call, turns })) {
    const contact = await contactOf(transaction, happened, notices);
    if (contact === undefined) continue;
    const key = JSON.stringify([contact.phone, contact.email]);
    customers.set(key, { contact, happened: [...(customers.get(key)?.happened ?? []), happened] });
  }
  for (const [index, customer] of [...customers.values()].entries()) {
    await tellCustomer(context, transaction, { ...customer, notices, callId, key: `${callId} call_summary ${index}` });
  }
}

interface Telling extends Customer {
  readonly notices: readonly CustomerNoticeRow[];
  readonly callId: string;
  readonly key: string;
}

/**
 * Tells what was done and has not been texted yet (seed, "After Every Call", 1): by text, or to those who may not be texted
 * by e-mail, what was not e-mailed either. Nothing where nothing is left to tell.
 */
async function tellCustomer(
  context: AppContext,
  transaction: Kysely<Database>,
  { contact, happened, notices, callId, key }: Telling,
): Promise<void> {
  const byText = (await reachOf(context, transaction, { contact })).texting === 'allowed';
  const wasTold = ({ changeId }: ProposalHappened) =>
    notices.some(
      ({ key: of, texted, emailed }) => of.startsWith(changeId) && (texted !== null || (!byText && emailed !== null)),
    );
  const left = happened.filter((one) => !wasTold(one));
  const [first] = left;
  if (first === undefined) return;
  await notifyCustomer(context, transaction, {
    notice: {
      kind: 'call_summary',
      happened: left.map(({ orderNumber, change, rma, outcome }) => ({ orderNumber, change, rma, outcome })),
    },
    order: { orderNumber: first.orderNumber, contact },
    callId,
    key,
    via: byText ? 'text_else_email' : 'email',
  });
}

/** Where the customer of an order was told something else in this call; otherwise the order's own, where it is known. */
async function contactOf(
  transaction: Kysely<Database>,
  { orderNumber, changeId }: ProposalHappened,
  notices: readonly CustomerNoticeRow[],
): Promise<Order['contact'] | undefined> {
  const notice = notices.find(
    ({ order_number, email, phone }) => order_number === orderNumber && (email !== null || phone !== null),
  );
  if (notice !== undefined) return { email: notice.email ?? undefined, phone: notice.phone ?? undefined };
  const pending = await findPendingChange(transaction, changeId);
  if (pending !== undefined) return openPrepared(pending).order.contact;
  return (await loadOrder(transaction, orderNumber))?.contact;
}
