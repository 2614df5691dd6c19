import { randomUUID } from 'node:crypto';
import type { InvestigationResponse } from '@orderline/contract/investigation.ts';
import type { AppContext } from '../app-context.ts';
import { countedOrder } from '../changes/counted-order.ts';
import { refusalProblem } from '../changes/refusal-problem.ts';
import { keepFactor } from '../identity/kept-order.ts';
import { verifiedOrder } from '../identity/verified-order.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { reachOf } from '../messages/reach-of.ts';
import type { Order, Parcel } from '../orders/order.ts';
import { parcelKey } from '../policy/parcel-key.ts';
import { tellStaff } from '../staff/tell-staff.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import { investigationLetter, trackedParcel } from './investigation-letter.ts';
import { refuseChoice, refuseParcel } from './investigation-refusal.ts';
import { chooseParcel } from './investigation-rule.ts';
import { saysLookedFor, saysOpened } from './investigation-wording.ts';
import {
  adoptOpen,
  findInvestigationsOfOrder,
  insertInvestigation,
  type InvestigationRow,
  type NewInvestigation,
} from './investigations-table.ts';
import { missingUnits } from './missing-units.ts';

export interface ParcelMissed {
  readonly callId: string;
  readonly orderNumber: string;
  readonly trackingNumber: string | undefined;
}

/**
 * Has the store look for a parcel that is not there, once the rules say that it is time (seed, "file an investigation").
 * One is open a parcel: asked again, also at the same moment, it is the same one. Throws 404 `not_found`; 422 `refused`
 * with the words that reassure, or until when to wait; 503 `unavailable`.
 */
export async function investigateParcel(context: AppContext, missed: ParcelMissed): Promise<InvestigationResponse> {
  const { callId, trackingNumber } = missed;
  const { order: told, factor } = await verifiedOrder(context, missed);
  const order = await countedOrder(context, context.database, told);
  const now = context.clock();
  const profile = context.profile();
  const telling = { order, profile, now };
  const reach = await reachOf(context, context.database, order);
  const known = await findInvestigationsOfOrder(context.database, order.orderNumber);
  const lookedFor = new Set(known.flatMap(({ state, parcel_key }) => (state === 'open' ? [parcel_key] : [])));

  const choice = chooseParcel(order, trackingNumber, { profile, now, lookedFor });
  if (choice.is !== 'parcel') throw refusalProblem(refuseChoice(choice, telling));
  const { parcel, verdict } = choice;
  if (verdict.is !== 'missing' && verdict.is !== 'looked_for') {
    throw refusalProblem(refuseParcel(verdict, parcel, telling));
  }

  const { orderNumber } = order;
  const sealed_factor = keepFactor(context, { callId, orderNumber, factor });
  const asked = { call_id: callId, order_number: orderNumber, sealed_factor, parcel_key: parcelKey(parcel) };
  if (verdict.is === 'missing') {
    const opened: NewInvestigation = {
      ...asked,
      id: randomUUID(),
      parcel: factsOf(parcel),
      lines: missingUnits(order, parcel),
      why: verdict.why,
      opened_at: now,
    };
    if (await open(context, { opened, order, parcel })) {
      return responseOf(opened, saysOpened({ ...telling, parcel, reach }));
    }
  }
  const found = await adoptOpen(context.database, asked);
  // Resolved in this very moment: what the rules say to that is another matter.
  if (found === undefined) return investigateParcel(context, missed);
  return responseOf(found, saysLookedFor({ ...telling, parcel, reach, openedAt: found.opened_at }));
}

/** False when one was opened in the same moment. */
const open = (
  context: AppContext,
  { opened, order, parcel }: { opened: NewInvestigation; order: Order; parcel: Parcel },
): Promise<boolean> =>
  context.database.transaction().execute(async (transaction) => {
    if (!(await insertInvestigation(transaction, opened))) return false;
    const { id, call_id: callId, order_number } = opened;
    await notifyCustomer(context, transaction, {
      notice: { kind: 'investigation_opened', parcel: trackedParcel(parcel, context.profile()) },
      order,
      callId,
      key: `${id} investigation_opened`,
      via: 'text_else_email',
    });
    await tellStaff(context, transaction, {
      key: `${id} investigation`,
      kind: 'staff_investigation',
      callId,
      orderNumber: order_number,
      letter: investigationLetter(context, { opened, parcel }),
    });
    const { trackingNumber } = parcel;
    await announceOutcome(context, transaction, {
      event: 'investigation.opened',
      id,
      data: {
        order_number,
        investigation_id: id,
        ...(trackingNumber === undefined ? {} : { tracking_number: trackingNumber }),
      },
    });
    return true;
  });

const factsOf = ({ carrier, trackingNumber }: Parcel): InvestigationRow['parcel'] => ({
  ...(carrier === undefined ? {} : { carrier }),
  ...(trackingNumber === undefined ? {} : { tracking_number: trackingNumber }),
});

const responseOf = ({ id, parcel }: Pick<InvestigationRow, 'id' | 'parcel'>, say: string): InvestigationResponse => ({
  investigation_id: id,
  status: 'open',
  ...(parcel.tracking_number === undefined ? {} : { tracking_number: parcel.tracking_number }),
  say,
});
