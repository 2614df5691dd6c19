import type { PaymentRow } from '../orders/payments-table.ts';
import type { OrderIssue } from './order-issues.ts';
import type { FileOrder } from './order-schema.ts';

/** An order in these may not have been charged yet. */
const unpaid = new Set<FileOrder['status']>(['processing', 'on_hold', 'back_ordered', 'cancelled']);

/** How the order was paid: each payment as it is given, or one for the whole total from `payment_method`. */
export function orderPayments(order: FileOrder, totalCents: number): { payments: PaymentRow[]; issues: OrderIssue[] } {
  if (order.payments === undefined || order.payments.length === 0) return oneFor(order, totalCents);
  const issues: OrderIssue[] = [];
  const payments = order.payments.map((payment, index): PaymentRow => {
    const field = (name: string) => `payments[${index}].${name}`;
    const captured = payment.amount_cents ?? payment.amount;
    if (captured === undefined)
      issues.push({ field: field('amount'), problem: 'is missing: expected dollars like 29.99' });
    const isCard = payment.method === 'card';
    if (isCard && (payment.card_brand === undefined || payment.card_last4 === undefined)) {
      issues.push({ field: field('card_last4'), problem: 'a card needs card_brand and card_last4' });
    }
    const row: PaymentRow = {
      order_number: order.order_number,
      payment: index + 1,
      method: payment.method,
      card_brand: isCard ? (payment.card_brand ?? null) : null,
      card_last4: isCard ? (payment.card_last4 ?? null) : null,
      captured_cents: captured ?? 0,
      refunded_cents: payment.refunded_cents ?? payment.refunded ?? 0,
      refunded_at: payment.refunded_at ?? null,
    };
    issues.push(...refundIssues(row, `payments[${index}].`));
    return row;
  });
  const sum = payments.reduce((total, { captured_cents }) => total + captured_cents, 0);
  if (issues.length === 0 && (sum > totalCents || (sum < totalCents && !unpaid.has(order.status)))) {
    issues.push({
      field: 'payments',
      problem: `they make ${(sum / 100).toFixed(2)}, the order ${(totalCents / 100).toFixed(2)}`,
    });
  }
  return { payments, issues };
}

function oneFor(order: FileOrder, totalCents: number): { payments: PaymentRow[]; issues: OrderIssue[] } {
  const expected = 'expected payments, or payment_method like "Visa ending in 4242", "PayPal" or "gift card"';
  if (order.payment_method === undefined) {
    return { payments: [], issues: [{ field: 'payment_method', problem: `is missing: ${expected}` }] };
  }
  const method = methodOf(order.payment_method);
  if (method === undefined) return { payments: [], issues: [{ field: 'payment_method', problem: expected }] };
  const refunded = order.refunded_cents ?? order.refunded ?? 0;
  const payment = {
    ...method,
    order_number: order.order_number,
    payment: 1,
    captured_cents: totalCents,
    refunded_cents: refunded,
    refunded_at: order.refunded_at ?? null,
  };
  return { payments: [payment], issues: refundIssues(payment, '') };
}

/** `prefix` leads to the payment's own fields. */
function refundIssues({ captured_cents, refunded_cents, refunded_at }: PaymentRow, prefix: string): OrderIssue[] {
  const issues: OrderIssue[] = [];
  if (refunded_cents > captured_cents) issues.push({ field: `${prefix}refunded`, problem: 'is more than was paid' });
  if (refunded_cents > 0 !== (refunded_at !== null)) {
    issues.push({ field: `${prefix}refunded_at`, problem: 'expected beside refunded, and only there' });
  }
  return issues;
}

function methodOf(text: string): Pick<PaymentRow, 'method' | 'card_brand' | 'card_last4'> | undefined {
  const [, brand, lastFour] = /^(.{2,30}?) (?:card )?(?:ending in|\*+) ?(\d{4})$/i.exec(text) ?? [];
  if (brand !== undefined && lastFour !== undefined) return { method: 'card', card_brand: brand, card_last4: lastFour };
  if (/^paypal( account)?$/i.test(text)) return { method: 'paypal', card_brand: null, card_last4: null };
  if (/^gift[ _-]?card$/i.test(text)) return { method: 'gift_card', card_brand: null, card_last4: null };
  return undefined;
}
