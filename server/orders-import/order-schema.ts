import { orderStatus, parcelStatus } from '@orderline/contract/order.ts';
import * as z from 'zod';
import { canonicalOrderNumber } from '../store-profile/order-number-format.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import {
  cents,
  day,
  dollars,
  freeOrDollars,
  matching,
  moment,
  needed,
  oneOf,
  optional,
  wholeNumber,
  words,
  yesOrNo,
} from './field-readers.ts';

const mostLines = 200;
const mostParcels = 50;
const mostPayments = 10;
const mostUnits = 10_000;

const email = matching(/^[^\s@<>"\p{C}]{1,64}@[^\s@<>"\p{C}]{1,180}\.[^\s@<>".\p{C}]{2,}$/u, 'an email address');
const phone = matching(/^\+?[\d\s().-]{7,24}$/, 'a phone number of 7 digits or more');
const lastFour = matching(/^\d{4}$/, 'the last four digits of the card, and never more');
const country = {
  expected: 'a country code of two letters like US',
  parse: (text: string) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined),
};
const currency = {
  expected: 'a currency code of three letters like USD',
  parse: (text: string) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined),
};

const listOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item, { error: 'expected a list' }).max(most, { error: `expected at most ${most}` });

/**
 * An order as an import takes it, JSON and CSV alike: the fields are told in `import-help.ts`. Unknown fields are
 * left out. `timeZone`, kinds, tiers and number formats are the profile's.
 */
export function orderSchema({ time_zone: timeZone, order_number_formats: formats, returns }: StoreProfile) {
  const orderNumber = {
    expected: `a number like ${formats.join(' or ')} (order_number_formats in store.yaml)`,
    parse: (text: string) => canonicalOrderNumber(formats, text),
  };
  const at = optional(moment(timeZone));
  const atEnd = optional(moment(timeZone, { atEnd: true }));

  const item = z.object({
    line: optional(wholeNumber(1, mostLines)),
    sku: optional(words(80)),
    name: needed(words(160)),
    quantity: needed(wholeNumber(1, mostUnits)),
    price: optional(dollars),
    price_cents: optional(cents),
    kind: optional(oneOf(['general', 'apparel', 'electronics', 'fragile', 'gift_card'])),
    final_sale: optional(yesOrNo),
    personalised: optional(yesOrNo),
    variant: z
      .record(z.string().regex(/^[\p{L}\p{N}_ -]{1,40}$/u), needed(words(80)), {
        error: 'expected names like size with their values',
      })
      .optional(),
    cancelled_quantity: optional(wholeNumber(0, mostUnits)),
    returned_quantity: optional(wholeNumber(0, mostUnits)),
    refunded_quantity: optional(wholeNumber(0, mostUnits)),
  });
  const parcel = z.object({
    carrier: optional(words(60)),
    tracking_number: optional(words(60)),
    status: optional(oneOf(parcelStatus.options)),
    shipped_at: needed(moment(timeZone)),
    estimated_delivery: optional(day),
    delivered_at: atEnd,
    lines: listOf(
      z.object({ line: needed(wholeNumber(1, mostLines)), quantity: needed(wholeNumber(1, mostUnits)) }),
      mostLines,
    ).optional(),
  });
  const payment = z.object({
    method: needed(oneOf(['card', 'gift_card', 'paypal'])),
    card_brand: optional(words(30)),
    card_last4: optional(lastFour),
    amount: optional(dollars),
    amount_cents: optional(cents),
    refunded: optional(dollars),
    refunded_cents: optional(cents),
    refunded_at: at,
  });
  return z.object(
    {
      order_number: needed(orderNumber),
      status: needed(oneOf(orderStatus.options)),
      email: needed(email),
      phone: optional(phone),
      customer_name: needed(words(120)),
      loyalty_tier: optional(oneOf(Object.keys(returns.loyalty_extra_days))),
      currency: optional(currency),
      ordered_at: needed(moment(timeZone)),
      estimated_delivery: optional(day),
      cancelled_at: at,
      cancel_reason: optional(words(160)),
      shipping_method: optional(oneOf(['standard', 'express', 'next_day', 'international'])),
      shipping: optional(freeOrDollars),
      shipping_cents: optional(cents),
      discount: optional(dollars),
      discount_cents: optional(cents),
      subtotal: optional(dollars),
      subtotal_cents: optional(cents),
      total: optional(dollars),
      total_cents: optional(cents),
      shipping_address: z.object(
        {
          name: optional(words(120)),
          email: optional(email),
          street: needed(words(120)),
          street2: optional(words(120)),
          city: needed(words(80)),
          state: optional(words(40)),
          zip: needed(words(12)),
          country: optional(country),
        },
        { error: 'is missing: expected an address with street, city, state, zip and country' },
      ),
      items: listOf(item, mostLines).min(1, { error: 'expected at least one item' }),
      // One parcel may be told by the order itself.
      carrier: optional(words(60)),
      tracking_number: optional(words(60)),
      shipped_at: at,
      delivered_at: atEnd,
      parcels: listOf(parcel, mostParcels).optional(),
      payments: listOf(payment, mostPayments).optional(),
      payment_method: optional(words(60)),
      refunded: optional(dollars),
      refunded_cents: optional(cents),
      refunded_at: at,
    },
    { error: 'expected an order' },
  );
}

export type FileOrder = z.infer<ReturnType<typeof orderSchema>>;
