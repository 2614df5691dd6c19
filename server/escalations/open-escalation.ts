import type { Kysely } from 'kysely';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../database/schema.ts';
import { tellStaff } from '../staff/tell-staff.ts';
import { announceOutcome } from '../webhooks/announce-outcome.ts';
import { escalationLetter } from './escalation-letter.ts';
import { insertEscalation, type NewEscalation } from './escalations-table.ts';

/** Tells the store's people at once what they are to decide; false when one of its matter is pending on the order. */
export async function openEscalation(
  context: AppContext,
  transaction: Kysely<Database>,
  escalation: NewEscalation,
): Promise<boolean> {
  if (!(await insertEscalation(transaction, escalation))) return false;
  const { id, call_id: callId, order_number, matter } = escalation;
  await tellStaff(context, transaction, {
    key: `${id} escalation`,
    kind: 'staff_escalation',
    callId,
    orderNumber: order_number,
    letter: escalationLetter(context, escalation),
  });
  await announceOutcome(context, transaction, {
    event: 'escalation.opened',
    id,
    data: { order_number, escalation_id: id, matter },
  });
  return true;
}
