import type { ParcelStatus } from '@orderline/contract/order.ts';
import type { ParcelEvent } from '@orderline/contract/order-event.ts';
import type { Units } from '@orderline/contract/store-change.ts';
import type { Day } from '../policy/store-calendar.ts';

/** A fact, and when it was so. Instants here are ISO texts in UTC, which compare as texts. */
interface Told<Value> {
  readonly value: Value;
  readonly at: string;
}

/** All that the events of a parcel have told of it, in whatever order they came. Kept as JSON. */
export interface ParcelTold {
  /** The furthest that it got. */
  readonly status: ParcelStatus;
  /** Of the first that happened to it. */
  readonly firstAt: string;
  /** Undefined until it is delivered. */
  readonly deliveredAt?: string | undefined;
  readonly shippedAt?: Told<string> | undefined;
  readonly carrier?: Told<string> | undefined;
  readonly estimatedDelivery?: Told<Day> | undefined;
  readonly lines?: Told<readonly Units[]> | undefined;
}

/**
 * How far along each status is. Delivered comes last: a parcel on its way back may be sent out once more, while one that
 * was delivered comes back as a return.
 */
const progress: Record<ParcelStatus, number> = {
  in_transit: 0,
  out_for_delivery: 1,
  returned_to_sender: 2,
  delivered: 3,
};

const statusTold: Record<ParcelEvent['type'], ParcelStatus> = {
  'parcel.scanned': 'in_transit',
  'order.shipped': 'in_transit',
  'order.out_for_delivery': 'out_for_delivery',
  'order.returned_to_sender': 'returned_to_sender',
  'order.delivered': 'delivered',
};

/**
 * What is known of a parcel after one more event. Events may come in any order and several times: what is known in the end
 * is the same, and the status never goes back (ROBUSTNESS 21).
 */
export function afterEvent(before: ParcelTold | undefined, event: ParcelEvent): ParcelTold {
  const told = toldBy(event);
  return before === undefined ? told : joined(before, told);
}

function toldBy({ type, timestamp: at, data: { parcel } }: ParcelEvent): ParcelTold {
  const told = <Value>(value: Value | undefined) => (value === undefined ? undefined : { value, at });
  return {
    status: statusTold[type],
    firstAt: at,
    deliveredAt: type === 'order.delivered' ? at : undefined,
    shippedAt: told(parcel.shipped_at ?? (type === 'order.shipped' ? at : undefined)),
    carrier: told(parcel.carrier),
    estimatedDelivery: told(parcel.estimated_delivery),
    lines: told(parcel.lines),
  };
}

/** Both together: a join of a semilattice, which is why neither order nor repetition matters. */
function joined(one: ParcelTold, other: ParcelTold): ParcelTold {
  return {
    status: progress[one.status] >= progress[other.status] ? one.status : other.status,
    firstAt: earlier(one.firstAt, other.firstAt),
    deliveredAt: earlier(one.deliveredAt, other.deliveredAt),
    shippedAt: newer(one.shippedAt, other.shippedAt),
    carrier: newer(one.carrier, other.carrier),
    estimatedDelivery: newer(one.estimatedDelivery, other.estimatedDelivery),
    lines: newer(one.lines, other.lines),
  };
}

function earlier<At extends string | undefined>(one: At, other: At): At {
  if (one === undefined) return other;
  return other === undefined || one <= other ? one : other;
}

function newer<Value>(one: Told<Value> | undefined, other: Told<Value> | undefined): Told<Value> | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  // Two that contradict each other at the same moment: either will do, as long as it is always the same.
  return JSON.stringify(one.value) >= JSON.stringify(other.value) ? one : other;
}

const dayMs = 86_400_000;

/**
 * What the customer is told of an event, given what was known before it: that a parcel has left, unless it has got
 * further, and that it has come. Nothing of what happened more than a day ago (DESIGN §6, messages).
 */
export function tidingsOf(
  before: ParcelTold | undefined,
  { type, timestamp }: ParcelEvent,
  now: Date,
): 'shipped' | 'delivered' | undefined {
  if (now.getTime() - Date.parse(timestamp) > dayMs) return undefined;
  const reached = before?.status ?? 'in_transit';
  if (type === 'order.shipped' && reached === 'in_transit') return 'shipped';
  return type === 'order.delivered' && reached !== 'delivered' ? 'delivered' : undefined;
}
