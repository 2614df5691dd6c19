import type { EscalationContext } from '@orderline/contract/desk-escalation.ts';
import type { EscalationRequest } from '@orderline/contract/escalation.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { ChangeFacts } from '../changes/change-facts.ts';
import type { Refusal } from '../changes/change-kind.ts';
import type { Order } from '../orders/order.ts';
import { returnable, type NotReturnable } from '../policy/returnable-rule.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { dayIn, dayOf, daysBetween, type Day } from '../policy/store-calendar.ts';

/** What a person decides by, as it stands now: the order, how late it is, whether the customer is a loyal one. */
export function escalationContext(
  request: EscalationRequest,
  facts: ChangeFacts,
  refusal: Refusal | undefined,
): EscalationContext {
  const { order, profile } = facts;
  const wanted = unitsOf(request, order);
  const late = request.matter === 'late_return' ? lateness(wanted, facts) : undefined;
  return {
    ...contextOfOrder(order, wanted, profile),
    ...(late === undefined ? {} : { days_late: late.days }),
    is_borderline: late?.isOffered ?? false,
    ...(refusal === undefined ? {} : { refusal: { reason: refusal.reason, say: refusal.say } }),
  };
}

/** How the order stands, where nothing is to be weighed. */
export function contextOfOrder(
  order: Order,
  units: readonly Units[],
  { time_zone }: Pick<StoreProfile, 'time_zone'>,
): EscalationContext {
  const deliveredOn = lastDelivery(order, time_zone);
  return {
    order_status: order.status,
    ordered_on: dayOf(time_zone, order.orderedAt),
    currency: order.currency,
    ...(order.loyaltyTier === undefined ? {} : { loyalty_tier: order.loyaltyTier }),
    lines: units.map(({ line, quantity }) => ({
      line,
      quantity,
      name: order.lines.find((of) => of.line === line)?.name ?? `item ${line}`,
    })),
    ...(deliveredOn === undefined ? {} : { delivered_on: deliveredOn }),
    is_borderline: false,
  };
}

/** What the request names, or else the whole order. */
function unitsOf({ change, lines }: EscalationRequest, order: Order): readonly Units[] {
  if (change !== undefined && 'lines' in change && change.lines !== undefined) return change.lines;
  const named = lines === undefined ? order.lines : order.lines.filter(({ line }) => lines.includes(line));
  return named.map(({ line, quantity }) => ({ line, quantity }));
}

/** Of the items whose window is over, the latest; offered only when it may be for each of them. */
function lateness(wanted: readonly Units[], facts: ChangeFacts): { days: number; isOffered: boolean } | undefined {
  const today = dayIn(facts.profile.time_zone, facts.now);
  const late = wanted
    .map((units) => returnable({ ...units, quantity: 1 }, facts))
    .filter((judged): judged is NotReturnable => judged.verdict === 'not_returnable' && judged.window !== undefined);
  if (late.length === 0) return undefined;
  return {
    days: Math.max(...late.map(({ window }) => (window === undefined ? 0 : daysBetween(window.lastDay, today)))),
    isOffered: late.every(({ isExceptionOffered = false }) => isExceptionOffered),
  };
}

function lastDelivery({ parcels }: Order, timeZone: string): Day | undefined {
  const days = parcels.flatMap(({ deliveredAt }) => (deliveredAt === undefined ? [] : [dayOf(timeZone, deliveredAt)]));
  return days.toSorted().at(-1);
}
