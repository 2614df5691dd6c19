import type { Order, OrderLine, Parcel } from '../orders/order.ts';
import { plainText } from './plain-text.ts';
import { plainWords } from './plain-words.ts';

const longestName = 160;
const longestWord = 64;

/** An order whose every text is plain: what a store wrote is data to be told, never instructions or markup. */
export function cleanOrder(order: Order): Order {
  return {
    ...order,
    cancelReason: maybeWords(order.cancelReason, longestName),
    shipTo: order.shipTo === undefined ? undefined : cleanArea(order.shipTo),
    lines: order.lines.map(cleanLine),
    parcels: order.parcels.map(cleanParcel),
    payments: order.payments.map((payment) => ({ ...payment, method: cleanMethod(payment.method) })),
  };
}

const cleanLine = (line: OrderLine): OrderLine => ({
  ...line,
  name: plainWords(line.name, longestName) ?? 'item',
  variant:
    line.variant === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(line.variant).map(([axis, value]) => [axis, plainText(value, longestWord) ?? '']),
        ),
});

function cleanParcel(parcel: Parcel): Parcel {
  return {
    ...parcel,
    carrier: maybe(parcel.carrier, longestWord),
    trackingNumber: maybe(parcel.trackingNumber, longestWord),
    lastScan:
      parcel.lastScan === undefined
        ? undefined
        : { ...parcel.lastScan, place: maybeWords(parcel.lastScan.place, longestWord) },
  };
}

function cleanArea({ city, state, zip, country }: NonNullable<Order['shipTo']>): Order['shipTo'] {
  const plainState = maybe(state, longestWord);
  return {
    city: plainWords(city, longestWord) ?? '',
    ...(plainState === undefined ? {} : { state: plainState }),
    zip: plainText(zip, 16) ?? '',
    country: plainText(country, longestWord) ?? '',
  };
}

const maybe = (text: string | undefined, maxLength: number) =>
  text === undefined ? undefined : plainText(text, maxLength);

const maybeWords = (text: string | undefined, maxLength: number) =>
  text === undefined ? undefined : plainWords(text, maxLength);

/** Of a card never more than its last four digits, whatever the store sends. */
const cleanMethod = (method: string) =>
  plainText(method, longestWord)?.replaceAll(/\d[\d -]{3,}\d/g, (digits) => lastFour(digits)) ?? 'card';

function lastFour(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length <= 4 ? text : digits.slice(-4);
}
