import * as z from 'zod';

const days = z.int().min(0).max(3650);
const businessDays = z
  .strictObject({ from: z.int().min(0).max(365), to: z.int().min(0).max(365) })
  .refine(({ from, to }) => from <= to, '`from` must not be more than `to`');
const cents = z.int().min(0).max(10_000_000);
const name = z.string().trim().min(1).max(80);
const calendarDay = z.iso.date();
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day like "14:00" is needed');

/** The kinds of goods that the rules tell apart; anything else is `general`. */
const itemKind = z.enum(['general', 'apparel', 'electronics', 'fragile', 'gift_card']);
export type ItemKind = z.infer<typeof itemKind>;

/** Numbers of the seed's Shipping FAQ. */
export const shippingSchema = z.strictObject({
  standard: z.strictObject({ business_days: businessDays, free_over_cents: cents }),
  express: z.strictObject({ business_days: businessDays, price_cents: cents }),
  next_day: z.strictObject({ order_before: timeOfDay, price_cents: cents }),
  international: z.strictObject({
    business_days: businessDays,
    /** ISO 3166-1 alpha-2, or `EU` for its members. */
    countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'a country code like CA, or EU, is needed')),
  }),
});

/** Numbers of the seed's Return Policy, with the loyalty and holiday windows that extend them. */
export const returnsSchema = z.strictObject({
  days,
  days_by_kind: z.partialRecord(itemKind, days),
  never: z.array(z.enum(['final_sale', 'gift_card', 'personalised'])),
  label_days: days,
  /** After a label's last day, how long a parcel may still come before its return expires. */
  expire_after_days: days,
  refund_business_days: businessDays,
  /** Days past the window in which an exception is offered without being asked for. */
  borderline_days: days,
  loyalty_extra_days: z.record(name, days),
  holiday_windows: z.array(
    z.strictObject({ delivered_from: calendarDay, delivered_to: calendarDay, last_day: calendarDay }),
  ),
  /** Where returns are sent, line by line as on an envelope. */
  address: z.array(z.string().trim().min(1).max(60)).min(2).max(6),
});

/** When a parcel is worth worrying about (DESIGN §6, parcels). */
export const parcelsSchema = z.strictObject({
  stuck_after_business_days: z.int().min(1).max(60),
  wait_hours_after_delivered: z.int().min(0).max(240),
  /** Not business days, beside the weekends. */
  closed_days: z.array(calendarDay),
});

/** Against guessing (DESIGN §6, identity), and against silence. */
export const limitsSchema = z.strictObject({
  failed_lookups_per_call: z.int().min(1).max(10),
  /** For each caller, each order and each e-mail or phone. */
  failed_lookups_per_hour: z.int().min(1).max(1000),
  /** Failures of everyone together within an hour that are worth a warning in the log. */
  failed_lookups_alarm: z.int().min(1).max(1_000_000),
  /** How long a proposal that was read back may be accepted. */
  proposal_minutes: z.int().min(1).max(60),
  silence_seconds: z.number().min(3).max(300),
});
