import { randomUUID } from 'node:crypto';
import type { LabelResponse } from '@orderline/contract/returns.ts';
import type { Effect } from '@orderline/contract/store-change.ts';
import type { AppContext } from '../app-context.ts';
import { problem, type ProblemDetails, type ProblemError } from '../http/problem-response.ts';
import { fromStore } from '../identity/ask-store.ts';
import { notifyCustomer } from '../messages/notify-customer.ts';
import { addDays, dayIn, writtenDay } from '../policy/store-calendar.ts';
import { unitsOfLine } from '../policy/returnable-units-rule.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import { holdReturnInCall, type AskedInCall } from './hold-return-in-call.ts';
import { changeReturn, type HeldReturn } from './hold-return.ts';
import { labelLink } from './label-link.ts';
import { labelSentSentence } from './label-sending.ts';
import { addToReturnLine } from './return-lines-table.ts';
import { writtenItems } from './return-sentence.ts';
import { findReturns, updateReturn } from './returns-table.ts';
import { outstandingUnits } from './withdrawal.ts';

/**
 * Sends a new label for a return, good for as long as the first was, to the contacts on file. A return that has expired is
 * opened again as it was: it was asked for in time; an exchange reserves again. Throws 404 `not_found`; 422 `refused` when
 * there is nothing to send back, its units are on another return, the replacement is gone, or nobody can be sent a label.
 */
export async function reissueLabel(context: AppContext, asked: AskedInCall): Promise<LabelResponse> {
  return holdReturnInCall(context, asked, async (held) => {
    switch (held.record.state) {
      case 'received':
        throw refusing(context, held)('nothing_to_ship', { reason: 'already_returned' });
      case 'cancelled':
        throw refusing(context, held)('withdrawn_already', { reason: 'nothing_to_change', offers: ['return'] });
      case 'expired':
        await reopen(context, held);
        break;
      case 'requested':
      case 'partially_received':
    }
    return sendLabel(context, held);
  });
}

async function sendLabel(context: AppContext, held: HeldReturn): Promise<LabelResponse> {
  const { transaction, record, order } = held;
  const { rma } = record;
  const profile = context.profile();
  const today = dayIn(profile.time_zone, context.clock());
  const shipBy = addDays(today, profile.returns.label_days);
  const labels = record.labels + 1;
  const items = outstandingUnits(record);
  await updateReturn(transaction, rma, { ship_by: shipBy, labels, state: stateWith(held) });
  const told = await notifyCustomer(context, transaction, {
    notice: {
      kind: 'label_again',
      isExchange: record.kind === 'exchange',
      rma,
      items,
      shipBy,
      labelUrl: labelLink(context.config, { rma, shipBy, timeZone: profile.time_zone }),
    },
    order,
    key: `${rma} label ${labels}`,
    via: 'text_and_email',
  });
  const label_sent = labelSentSentence(profile, told);
  if (label_sent === undefined)
    throw refusing(context, held)('no_contact', { reason: 'no_contact', offers: ['escalation'] });
  const say = sayPhrase(profile, profile.return_phrases.label_again, {
    rma,
    label_sent,
    items: writtenItems(items),
    ship_by: writtenDay(shipBy, today),
  });
  return { rma, ship_by: shipBy, say };
}

const stateWith = ({ record: { state } }: HeldReturn) => (state === 'partially_received' ? state : 'requested');

/** Takes the units, and what they were to be exchanged for, once more. */
async function reopen(context: AppContext, held: HeldReturn): Promise<void> {
  const { transaction, record, order } = held;
  const timeZone = context.profile().time_zone;
  const returns = await findReturns(transaction, record.orderNumber);
  const free = (line: number) => {
    const of = order.lines.find((candidate) => candidate.line === line);
    return of === undefined ? 0 : unitsOfLine(of, { order, returns, timeZone }).free.length;
  };
  if (record.lines.some(({ line, quantity }) => free(line) < quantity)) {
    throw refusing(context, held)('taken_meanwhile', { reason: 'quantity_unavailable', offers: ['escalation'] });
  }
  await refuseGone(context, held);
  await changeReturn(context, held, {
    changeId: randomUUID(),
    kind: record.kind,
    effects: record.lines.flatMap(({ line, quantity, exchangeSku: sku }): Effect[] => [
      { effect: 'request_return', line, quantity },
      ...(sku === undefined ? [] : [{ effect: 'reserve_stock', sku, quantity } as const]),
    ]),
  });
  for (const { line, quantity, exchangeSku } of record.lines) {
    if (exchangeSku === undefined) continue;
    await addToReturnLine(transaction, { rma: record.rma, line, counters: { reserved: quantity } });
  }
}

/** An exchange for what is not there any more becomes another one, or a return. */
async function refuseGone(context: AppContext, held: HeldReturn): Promise<void> {
  const { transaction, record, order } = held;
  if (record.kind === 'return') return;
  const wanted = record.lines.map(({ line }) => line);
  const variants = [
    ...(await fromStore(context, () => context.store.variantsOf(transaction, order, wanted))).values(),
  ].flat();
  const available = (sku: string) => variants.find((variant) => variant.sku === sku)?.available ?? 0;
  const gone = record.lines.filter(
    ({ exchangeSku, quantity }) => exchangeSku !== undefined && available(exchangeSku) < quantity,
  );
  const [first] = gone;
  if (first === undefined) return;
  throw refusing(context, held)('replacement_gone', {
    reason: 'out_of_stock',
    offers: ['other_variant', 'refund'],
    replacements: first.exchangeName,
  });
}

type RefusalPhrase = 'nothing_to_ship' | 'withdrawn_already' | 'taken_meanwhile' | 'replacement_gone' | 'no_contact';

interface Why extends Pick<ProblemDetails, 'reason' | 'offers'> {
  readonly replacements?: string | undefined;
}

const refusing =
  ({ profile }: AppContext, { record }: HeldReturn) =>
  (phrase: RefusalPhrase, { replacements, ...why }: Why): ProblemError => {
    const facts = { rma: record.rma, replacements };
    return problem('refused', { ...why, say: sayPhrase(profile(), profile().return_phrases[phrase], facts) });
  };
