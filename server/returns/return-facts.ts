import type { DeskReturn } from '@orderline/contract/returns.ts';
import { joined } from '../orders/parcel-facts.ts';
import { dayIn } from '../policy/store-calendar.ts';
import type { ReturnRecord } from './return-record.ts';

type Facts = Omit<DeskReturn, 'order_number' | 'reason' | 'reason_words' | 'is_late' | 'labels'>;

/** What customer and desk are both told of a return. */
export const returnFacts = (record: ReturnRecord, timeZone: string): Facts => ({
  rma: record.rma,
  kind: record.kind,
  state: record.state,
  requested_on: dayIn(timeZone, record.requestedAt),
  ship_by: record.shipBy,
  ...(record.receivedAt === undefined ? {} : { received_on: dayIn(timeZone, record.receivedAt) }),
  lines: record.lines.map(({ line, name, quantity, received, held, exchangeName }) => ({
    line,
    name,
    quantity,
    received,
    held,
    ...(exchangeName === undefined ? {} : { exchange_for: exchangeName }),
  })),
  refunds: record.refunds.map(({ amountCents, parts, refundedAt }) => ({
    amount_cents: amountCents,
    method: joined([...new Set(parts.map(({ method }) => method))]),
    refunded_on: dayIn(timeZone, refundedAt),
  })),
});
