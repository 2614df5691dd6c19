import * as z from 'zod';
import { changeNoticePhrasesSchema } from './change-notice-phrases.ts';
import { changePhrasesSchema } from './change-phrases.ts';
import { claimPhrasesSchema } from './claim-phrases.ts';
import { claimsSchema, exchangesSchema } from './claims-policy.ts';
import { escalationPhrasesSchema } from './escalation-phrases.ts';
import { exchangePhrasesSchema } from './exchange-phrases.ts';
import { investigationPhrasesSchema } from './investigation-phrases.ts';
import { messagePhrasesSchema } from './message-phrases.ts';
import { messagesSchema } from './messages-policy.ts';
import { modelsSchema } from './models-policy.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { orderNoticePhrasesSchema } from './order-notice-phrases.ts';
import { parcelPhrasesSchema, phrasesSchema, statusPhrasesSchema } from './phrases.ts';
import { limitsSchema, parcelsSchema, returnsSchema, shippingSchema } from './policy-numbers.ts';
import { reshipPhrasesSchema } from './reship-phrases.ts';
import { retentionSchema } from './retention-policy.ts';
import { returnNoticePhrasesSchema } from './return-notice-phrases.ts';
import { returnPhrasesSchema } from './return-phrases.ts';
import { storeChangePhrasesSchema } from './store-change-phrases.ts';

const name = z.string().trim().min(1).max(80);
const webPage = z.url({ protocol: /^https?$/, error: 'a URL like https://shop.example is needed' });

/** Everything a store may decide without code: `store.yaml`, described key by key for editors by `store.schema.json`. */
export const storeProfileSchema = z.strictObject({
  store_name: name,
  website: webPage,
  /** Where an order is followed when its carrier has no page of its own. */
  tracking_page: webPage,
  time_zone: z.string().refine(isTimeZone, 'a time zone like America/New_York is needed'),
  language: z.enum(['en']),
  agent: z.strictObject({ name, description: z.string().trim().min(1).max(300) }),
  opening_hours: openingHoursSchema,
  people: z
    .strictObject({
      phone: z
        .string()
        .regex(/^\+?[\d\s().-]{7,24}$/, 'a phone number is needed')
        .optional(),
      email: z.email().optional(),
    })
    .refine(({ phone, email }) => phone !== undefined || email !== undefined, 'a phone or an email is needed'),
  order_number_formats: z
    .array(z.string().regex(/^[#A-Za-z0-9-]{3,32}$/, 'a format like ORD-##### is needed, where # is a digit'))
    .min(1),
  shipping: shippingSchema,
  returns: returnsSchema,
  exchanges: exchangesSchema,
  claims: claimsSchema,
  parcels: parcelsSchema,
  messages: messagesSchema,
  limits: limitsSchema,
  models: modelsSchema,
  retention: retentionSchema,
  phrases: phrasesSchema,
  status_phrases: statusPhrasesSchema,
  parcel_phrases: parcelPhrasesSchema,
  change_phrases: changePhrasesSchema,
  return_phrases: returnPhrasesSchema,
  exchange_phrases: exchangePhrasesSchema,
  claim_phrases: claimPhrasesSchema,
  escalation_phrases: escalationPhrasesSchema,
  investigation_phrases: investigationPhrasesSchema,
  reship_phrases: reshipPhrasesSchema,
  store_change_phrases: storeChangePhrasesSchema,
  message_phrases: messagePhrasesSchema,
  order_notices: orderNoticePhrasesSchema,
  change_notices: changeNoticePhrasesSchema,
  return_notices: returnNoticePhrasesSchema,
});
export type StoreProfile = z.infer<typeof storeProfileSchema>;

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
