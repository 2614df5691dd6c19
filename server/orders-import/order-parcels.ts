import type { ParcelStatus } from '@orderline/contract/order.ts';
import type { ParcelLineRow, ParcelRow } from '../orders/parcels-table.ts';
import type { OrderIssue } from './order-issues.ts';
import type { FileOrder } from './order-schema.ts';

export interface OrderParcels {
  readonly parcels: readonly ParcelRow[];
  readonly parcelLines: readonly ParcelLineRow[];
}

/** Units of a line that can be in parcels. */
export interface SendableLine {
  readonly line: number;
  readonly quantity: number;
  readonly cancelledQuantity: number;
}

/** The parcels the order left in: as they are listed, or the one that the order itself tells of. */
export function orderParcels(
  order: FileOrder,
  lines: readonly SendableLine[],
): OrderParcels & { issues: OrderIssue[] } {
  const issues: OrderIssue[] = [];
  const { order_number } = order;
  const parcels: ParcelRow[] = [];
  const parcelLines: ParcelLineRow[] = [];
  const left = new Map(lines.map(({ line, quantity, cancelledQuantity }) => [line, quantity - cancelledQuantity]));
  const given = order.parcels ?? [];
  for (const [index, from] of [...given, ...(given.length > 0 ? [] : parcelOfOrder(order))].entries()) {
    const field = (name: string) => (given.length > 0 ? `parcels[${index}].${name}` : name);
    const parcel = index + 1;
    const status = from.status ?? statusOf(order, from);
    if ((status === 'delivered') !== (from.delivered_at !== undefined)) {
      issues.push({ field: field('delivered_at'), problem: 'expected for a delivered parcel, and only there' });
    }
    if (from.delivered_at !== undefined && from.delivered_at < from.shipped_at) {
      issues.push({ field: field('delivered_at'), problem: 'is before shipped_at' });
    }
    parcels.push({
      order_number,
      parcel,
      carrier: from.carrier ?? null,
      tracking_number: from.tracking_number ?? null,
      status,
      shipped_at: from.shipped_at,
      // Where one parcel is all, what is estimated of the order is of it.
      estimated_delivery: from.estimated_delivery ?? (given.length > 1 ? null : (order.estimated_delivery ?? null)),
      delivered_at: from.delivered_at ?? null,
    });
    const everything = [...left].map(([line, quantity]) => ({ line, quantity })).filter(({ quantity }) => quantity > 0);
    for (const { line, quantity } of from.lines ?? everything) {
      const rest = left.get(line);
      if (rest === undefined) issues.push({ field: field('lines'), problem: `there is no line ${line}` });
      else if (quantity > rest)
        issues.push({ field: field('lines'), problem: `line ${line} has not so many units left` });
      else if (parcelLines.some((of) => of.parcel === parcel && of.line === line)) {
        issues.push({ field: field('lines'), problem: `line ${line} is there twice` });
      } else parcelLines.push({ order_number, parcel, line, quantity });
      left.set(line, (rest ?? 0) - quantity);
    }
  }
  return { parcels, parcelLines, issues };
}

type FileParcel = NonNullable<FileOrder['parcels']>[number];

function parcelOfOrder({
  carrier,
  tracking_number,
  shipped_at,
  delivered_at,
  estimated_delivery,
}: FileOrder): FileParcel[] {
  if (shipped_at === undefined) return [];
  return [{ carrier, tracking_number, shipped_at, delivered_at, estimated_delivery, status: undefined }];
}

function statusOf({ status }: FileOrder, { delivered_at }: FileParcel): ParcelStatus {
  if (delivered_at !== undefined) return 'delivered';
  if (status === 'out_for_delivery' || status === 'returned_to_sender') return status;
  return 'in_transit';
}
