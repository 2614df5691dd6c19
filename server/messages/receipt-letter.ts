import { joined } from '../orders/parcel-facts.ts';
import { writtenPrice } from '../orders/written-price.ts';
import { paragraph, type Letter, type Row } from './letter.ts';
import type { Receipt } from './notice.ts';
import { writeWords, writtenOn, type Writing } from './notice-facts.ts';

/** What was bought, for how much, and how it was paid: of a card no more than its last four digits. */
export function receiptLetter(receipt: Receipt, writing: Writing): Letter {
  const { currency, payments } = receipt;
  const orderedOn = writtenOn(receipt.orderedOn, writing);
  const { text, subject, email } = writeWords(writing, writing.profile.order_notices.receipt, {
    ordered_on: orderedOn,
    total: writtenPrice(receipt.totalCents, currency),
    payment_method: payments.length === 0 ? undefined : joined(payments.map(({ method }) => method)),
  });
  return {
    text,
    subject,
    body: [
      ...paragraph(email),
      { block: 'table', caption: 'Your items', rows: itemRows(receipt) },
      { block: 'table', caption: 'What it cost', rows: amountRows(receipt) },
      ...(payments.length === 0
        ? []
        : [{ block: 'table' as const, caption: 'How it was paid', rows: paymentRows(receipt) }]),
    ],
    reason: 'call',
  };
}

const itemRows = ({ lines, currency }: Receipt): Row[] =>
  lines.map(({ name, quantity, unitPriceCents }) => ({
    name: quantity === 1 ? name : `${quantity} x ${name}, ${writtenPrice(unitPriceCents, currency)} each`,
    value: writtenPrice(quantity * unitPriceCents, currency),
  }));

function amountRows({
  currency,
  subtotalCents,
  discountCents,
  shippingCents,
  totalCents,
  refundedCents,
}: Receipt): Row[] {
  const price = (cents: number) => writtenPrice(cents, currency);
  return [
    { name: 'Subtotal', value: price(subtotalCents) },
    ...(discountCents > 0 ? [{ name: 'Discount', value: `-${price(discountCents)}` }] : []),
    { name: 'Shipping', value: shippingCents > 0 ? price(shippingCents) : 'Free' },
    { name: 'Total', value: price(totalCents), isTotal: true },
    ...(refundedCents > 0 ? [{ name: 'Refunded', value: price(refundedCents) }] : []),
  ];
}

const paymentRows = ({ payments, currency }: Receipt): Row[] =>
  payments.map(({ method, amountCents }) => ({
    name: capitalised(method),
    value: amountCents === undefined ? 'Paid' : writtenPrice(amountCents, currency),
  }));

const capitalised = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
