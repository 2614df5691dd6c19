import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import type { OrderRows } from '../orders/demo-orders.ts';
import type { OrderLineRow } from '../orders/order-lines-table.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { dateIssues, lineIssues, statusIssues, type OrderIssue } from './order-issues.ts';
import { orderMoney, type OrderMoney } from './order-money.ts';
import { orderParcels, type OrderParcels } from './order-parcels.ts';
import { orderPayments } from './order-payments.ts';
import { orderSchema, type FileOrder } from './order-schema.ts';

type ImportedRows = Omit<OrderRows, 'scans'>;

export type ReadOrder =
  | { readonly status: 'read'; readonly rows: ImportedRows }
  | { readonly status: 'refused'; readonly issues: readonly OrderIssue[] };

const mostIssues = 10;

/**
 * Reads orders of a file into rows, or tells everything that is wrong with one. An order must hold together: its amounts
 * add up, its parcels hold no more than was bought, and its status is what they make.
 */
export function orderReader(profile: StoreProfile, now: Date): (order: unknown) => ReadOrder {
  const schema = orderSchema(profile);
  return (order) => {
    if (holdsCardNumber(order)) {
      const problem = 'a payment card number is in it: take it out everywhere; card_last4 is all that may be kept';
      return { status: 'refused', issues: [{ field: undefined, problem }] };
    }
    const { data, error } = schema.safeParse(order);
    if (data === undefined) {
      const issues = error.issues.slice(0, mostIssues);
      return {
        status: 'refused',
        issues: issues.map(({ path, message }) => ({ field: fieldOf(path), problem: message })),
      };
    }
    return rowsOf(data, now);
  };
}

function rowsOf(order: FileOrder, now: Date): ReadOrder {
  const { money, issues: moneyIssues } = orderMoney(order);
  const { payments, issues: paymentIssues } = orderPayments(order, money.totalCents);
  const sendable = order.items.map((item, index) => ({
    line: item.line ?? index + 1,
    quantity: item.quantity,
    cancelledQuantity: item.cancelled_quantity ?? (isCancelled(order) ? item.quantity : 0),
  }));
  const { parcels, parcelLines, issues: parcelIssues } = orderParcels(order, sendable);
  const lines = order.items.map((item, index) =>
    lineRow(order, { item, index, money, parcels: { parcels, parcelLines } }),
  );
  const issues: OrderIssue[] = [
    ...dateIssues(order, now),
    ...moneyIssues,
    ...(moneyIssues.length === 0 ? paymentIssues : []),
    ...parcelIssues,
    ...lineIssues(lines),
  ];
  if (issues.length === 0) issues.push(...statusIssues(order, lines, parcels));
  if (issues.length > 0) return { status: 'refused', issues: issues.slice(0, mostIssues) };
  return { status: 'read', rows: { order: orderRow(order, money), lines, parcels, parcelLines, payments } };
}

interface LineParts {
  readonly item: FileOrder['items'][number];
  readonly index: number;
  readonly money: OrderMoney;
  readonly parcels: OrderParcels;
}

function lineRow(order: FileOrder, { item, index, money, parcels }: LineParts): OrderLineRow {
  const line = item.line ?? index + 1;
  const inParcels = (isWanted: (parcel: number) => boolean) =>
    parcels.parcelLines
      .filter((of) => of.line === line && isWanted(of.parcel))
      .reduce((sum, { quantity }) => sum + quantity, 0);
  const delivered = inParcels((parcel) => parcels.parcels[parcel - 1]?.status === 'delivered');
  const isBack = order.status === 'returned' || order.status === 'refunded';
  return {
    order_number: order.order_number,
    line,
    sku: item.sku ?? '',
    name: item.name,
    variant: item.variant ?? {},
    kind: item.kind ?? 'general',
    is_final_sale: item.final_sale ?? false,
    is_personalised: item.personalised ?? false,
    unit_price_cents: money.unitPriceCents[index] ?? 0,
    quantity: item.quantity,
    shipped_quantity: inParcels(() => true),
    delivered_quantity: delivered,
    cancelled_quantity: item.cancelled_quantity ?? (isCancelled(order) ? item.quantity : 0),
    return_requested_quantity: 0,
    returned_quantity: item.returned_quantity ?? (isBack ? delivered : 0),
    refunded_quantity: item.refunded_quantity ?? (order.status === 'refunded' ? item.quantity : 0),
    claimed_quantity: 0,
  };
}

const isCancelled = ({ status, parcels, shipped_at }: FileOrder) =>
  status === 'cancelled' && (parcels ?? []).length === 0 && shipped_at === undefined;

function orderRow(order: FileOrder, money: OrderMoney): OrderRows['order'] {
  const { shipping_address: address } = order;
  return {
    order_number: order.order_number,
    version: 1,
    status: order.status,
    is_demo: false,
    email: order.email.toLowerCase(),
    phone: order.phone ?? null,
    customer_name: order.customer_name,
    loyalty_tier: order.loyalty_tier ?? null,
    currency: order.currency ?? 'USD',
    subtotal_cents: money.subtotalCents,
    discount_cents: money.discountCents,
    shipping_cents: money.shippingCents,
    total_cents: money.totalCents,
    shipping_method: order.shipping_method ?? 'standard',
    recipient_name: address.name ?? order.customer_name,
    recipient_email: address.email?.toLowerCase() ?? null,
    street: address.street,
    street2: address.street2 ?? null,
    city: address.city,
    state: address.state ?? null,
    zip: address.zip,
    country: address.country ?? 'US',
    ordered_at: order.ordered_at,
    estimated_delivery: order.estimated_delivery ?? null,
    cancelled_at: order.cancelled_at ?? null,
    cancel_reason: order.cancel_reason ?? null,
  };
}

/** Of these any number of digits may be meant. */
const numbers = new Set(['order_number', 'tracking_number', 'sku', 'phone']);

function holdsCardNumber(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return withoutCardNumbers(value) !== value;
  if (typeof value === 'number') return withoutCardNumbers(String(value)) !== String(value);
  if (typeof value !== 'object' || value === null || depth > 5) return false;
  return Object.entries(value).some(([key, part]) => !numbers.has(key) && holdsCardNumber(part, depth + 1));
}

const fieldOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (field, part) =>
      typeof part === 'number' ? `${field}[${part}]` : field === '' ? String(part) : `${field}.${String(part)}`,
    '',
  ) || undefined;
