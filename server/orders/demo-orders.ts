import { addDays, instantAt, type Day } from '../policy/store-calendar.ts';
import { deliveredAndReturned } from './demo-catalogue/delivered.ts';
import type { DemoOrder, DemoParcel } from './demo-catalogue/demo-order.ts';
import { notYetShipped } from './demo-catalogue/not-yet-shipped.ts';
import { onTheWay } from './demo-catalogue/on-the-way.ts';
import type { OrderLineRow } from './order-lines-table.ts';
import type { OrderRow } from './orders-table.ts';
import type { ParcelLineRow, ParcelRow, ParcelScanRow } from './parcels-table.ts';
import type { PaymentRow } from './payments-table.ts';

/** One order with the rows of every table. */
export interface OrderRows {
  readonly order: OrderRow;
  readonly lines: readonly OrderLineRow[];
  readonly parcels: readonly ParcelRow[];
  readonly parcelLines: readonly ParcelLineRow[];
  readonly scans: readonly ParcelScanRow[];
  readonly payments: readonly PaymentRow[];
}

type InstantOf = (dayFromToday: number, time: string) => Date;

/**
 * The demo catalogue, dated relative to `today` in the store's time zone, so that every scenario of the seed's checklist
 * can be tried on any day. ORD-12345 with customer@email.com is the seed's own example.
 */
export function demoOrders(today: Day, timeZone: string): OrderRows[] {
  // Whatever happened today happened at its first moment: nothing in the catalogue lies in the future.
  const instantOf: InstantOf = (day, time) => instantAt(timeZone, addDays(today, day), day === 0 ? '00:00' : time);
  const dayOf = (day: number) => addDays(today, day);
  return [...notYetShipped, ...onTheWay, ...deliveredAndReturned].map((order) => rowsOf(order, { instantOf, dayOf }));
}

interface Dates {
  readonly instantOf: InstantOf;
  readonly dayOf: (day: number) => Day;
}

function rowsOf(demo: DemoOrder, { instantOf, dayOf }: Dates): OrderRows {
  const { number: order_number, parcels = [], lines } = demo;
  const order = orderRow(demo, { instantOf, dayOf });
  const allLines = lines.map(([, quantity], index) => [index + 1, quantity] as const);
  const linesOf = (parcel: DemoParcel) => parcel.lines ?? allLines;
  const inParcels = (line: number, isWanted: (parcel: DemoParcel) => boolean) =>
    sum(
      parcels
        .filter(isWanted)
        .flatMap((parcel) => linesOf(parcel).map(([of, quantity]) => (of === line ? quantity : 0))),
    );

  return {
    order,
    lines: lines.map(([product, quantity], index) => {
      const delivered = inParcels(index + 1, ({ status }) => status === 'delivered');
      return {
        order_number,
        line: index + 1,
        sku: product.sku,
        name: product.name,
        variant: product.variant ?? {},
        kind: product.kind,
        is_final_sale: product.isFinalSale ?? false,
        is_personalised: product.isPersonalised ?? false,
        unit_price_cents: product.cents,
        quantity,
        shipped_quantity: inParcels(index + 1, () => true),
        delivered_quantity: delivered,
        cancelled_quantity: demo.cancelled === undefined ? 0 : quantity,
        return_requested_quantity: 0,
        returned_quantity: demo.returned === true ? delivered : 0,
        refunded_quantity: demo.status === 'refunded' ? delivered : 0,
        claimed_quantity: 0,
      };
    }),
    parcels: parcels.map((parcel, index) => ({
      order_number,
      parcel: index + 1,
      carrier: parcel.carrier,
      tracking_number: parcel.tracking,
      status: parcel.status,
      shipped_at: instantOf(parcel.shipped, '16:20'),
      estimated_delivery: dayOf(parcel.estimated),
      delivered_at: parcel.delivered === undefined ? null : instantOf(parcel.delivered, '12:15'),
    })),
    parcelLines: parcels.flatMap((parcel, index) =>
      linesOf(parcel).map(([line, quantity]) => ({ order_number, parcel: index + 1, line, quantity })),
    ),
    scans: parcels.flatMap((parcel, index) =>
      scansOf(parcel, order).map(([day, event, place]) => ({
        order_number,
        parcel: index + 1,
        at: instantOf(day, event === 'Delivered' ? '12:15' : '18:40'),
        event,
        place,
      })),
    ),
    payments: paymentRows(demo, { order, instantOf }),
  };
}

function orderRow(demo: DemoOrder, { instantOf, dayOf }: Dates): OrderRow {
  const { customer, discountCents = 0, shippingCents = 0 } = demo;
  const recipient = demo.recipient ?? customer;
  const { address } = recipient;
  const subtotal = sum(demo.lines.map(([product, quantity]) => product.cents * quantity));
  return {
    order_number: demo.number,
    version: 1,
    status: demo.status,
    is_demo: true,
    email: customer.email,
    phone: customer.phone ?? null,
    customer_name: customer.name,
    loyalty_tier: customer.loyalty ?? null,
    currency: 'USD',
    subtotal_cents: subtotal,
    discount_cents: discountCents,
    shipping_cents: shippingCents,
    total_cents: subtotal - discountCents + shippingCents,
    shipping_method: demo.shippingMethod ?? 'standard',
    recipient_name: recipient.name,
    recipient_email: demo.recipient?.email ?? null,
    street: address.street,
    street2: address.street2 ?? null,
    city: address.city,
    state: address.state ?? null,
    zip: address.zip,
    country: address.country,
    ordered_at: instantOf(demo.ordered, '10:30'),
    estimated_delivery: demo.estimated === undefined ? null : dayOf(demo.estimated),
    cancelled_at: demo.cancelled === undefined ? null : instantOf(demo.cancelled.day, '11:05'),
    cancel_reason: demo.cancelled?.reason ?? null,
  };
}

function scansOf(parcel: DemoParcel, { city, state, country }: OrderRow) {
  const destination = `${city}, ${state ?? country}`;
  return [
    [parcel.shipped, 'Shipment picked up', 'Newark, NJ'] as const,
    ...(parcel.scanned === undefined ? [] : [parcel.scanned]),
    ...(parcel.delivered === undefined ? [] : [[parcel.delivered, 'Delivered', destination] as const]),
  ];
}

function paymentRows(
  { payments }: DemoOrder,
  { order, instantOf }: { order: OrderRow; instantOf: InstantOf },
): PaymentRow[] {
  const given = sum(payments.map(({ cents = 0 }) => cents));
  return payments.map(({ method, brand, last4, cents = order.total_cents - given, refunded }, index) => ({
    order_number: order.order_number,
    payment: index + 1,
    method,
    card_brand: brand ?? null,
    card_last4: last4 ?? null,
    captured_cents: cents,
    refunded_cents: refunded === undefined ? 0 : cents,
    refunded_at: refunded === undefined ? null : instantOf(refunded, '09:15'),
  }));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
