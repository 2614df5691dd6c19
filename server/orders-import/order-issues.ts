import type { OrderLineRow } from '../orders/order-lines-table.ts';
import type { ParcelRow } from '../orders/parcels-table.ts';
import { statusByParcels } from '../orders/status-by-parcels-rule.ts';
import type { FileOrder } from './order-schema.ts';

/** What is wrong with an order of a file; without a field, with the order as a whole. */
export interface OrderIssue {
  readonly field: string | undefined;
  readonly problem: string;
}

/** A clock may be a little off. */
const aheadMs = 24 * 60 * 60 * 1000;

/** What is said to have happened and cannot have yet. */
export function dateIssues(order: FileOrder, now: Date): OrderIssue[] {
  const past = {
    ordered_at: order.ordered_at,
    cancelled_at: order.cancelled_at,
    shipped_at: order.shipped_at,
    delivered_at: order.delivered_at,
    ...Object.fromEntries(
      (order.parcels ?? []).flatMap(({ shipped_at, delivered_at }, index) => [
        [`parcels[${index}].shipped_at`, shipped_at],
        [`parcels[${index}].delivered_at`, delivered_at],
      ]),
    ),
  };
  return Object.entries(past)
    .filter(([, at]) => at !== undefined && at.getTime() > now.getTime() + aheadMs)
    .map(([field]) => ({ field, problem: 'lies in the future' }));
}

/** Lines that count more units than they have. */
export function lineIssues(lines: readonly OrderLineRow[]): OrderIssue[] {
  return lines.flatMap((line, index) => {
    const field = (name: string) => `items[${index}].${name}`;
    const issues: OrderIssue[] = [];
    if (lines.findIndex((other) => other.line === line.line) !== index) {
      issues.push({ field: field('line'), problem: 'is there twice' });
    }
    if (line.cancelled_quantity + line.shipped_quantity > line.quantity) {
      issues.push({ field: field('cancelled_quantity'), problem: 'is more than was bought and not shipped' });
    }
    if (line.returned_quantity > line.delivered_quantity) {
      issues.push({ field: field('returned_quantity'), problem: 'is more than was delivered' });
    }
    if (line.refunded_quantity > line.quantity) {
      issues.push({ field: field('refunded_quantity'), problem: 'is more than was bought' });
    }
    return issues;
  });
}

/** A status that is not the one its parcels and quantities make. */
export function statusIssues(
  { status }: FileOrder,
  lines: readonly OrderLineRow[],
  parcels: readonly Pick<ParcelRow, 'status'>[],
): OrderIssue[] {
  const made = statusByParcels(
    status,
    lines,
    parcels.map((parcel) => parcel.status),
  );
  const hasLeft = !['processing', 'on_hold', 'back_ordered', 'cancelled'].includes(status);
  if (hasLeft && parcels.length === 0) {
    return [{ field: 'shipped_at', problem: `is missing: expected for an order that is ${status}, or parcels` }];
  }
  return made === status ? [] : [{ field: 'status', problem: `its parcels and quantities make it ${made}` }];
}
