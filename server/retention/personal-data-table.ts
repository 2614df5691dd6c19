import { sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { bareNotice } from './expired-rows-table.ts';
import { hasOneOf, isOneOf, type Person } from './person-table.ts';

interface Forgotten extends Person {
  /** By what the person's phones are known where only a keyed hash is kept. */
  readonly phoneKeys: readonly string[];
}

type Forget = (person: Forgotten) => ReturnType<typeof sql>;

/**
 * What becomes of each table's rows about a person who is erased: `none` of it is personal, it `goes with its call` (by a
 * foreign key), or a statement. A table that is not here does not compile: whoever adds one decides.
 */
export const personalData: Record<
  Exclude<keyof Database, 'kysely_migration'>,
  'none' | 'goes with its call' | Forget
> = {
  // Orders: who placed them and where to goes, what was bought, sent and paid stays.
  orders: ({ orderNumbers, giftNumbers }) => sql`
    with mine as (
      update orders set version = version + 1, email = gen_random_uuid() || '@erased.invalid', phone = null,
        customer_name = 'Erased', recipient_name = 'Erased', recipient_email = null, street = 'Erased', street2 = null,
        cancel_reason = null
      where order_number = any(${orderNumbers}::text[])
    )
    update orders set version = version + 1, recipient_name = 'Erased', recipient_email = null, street = 'Erased',
      street2 = null
    where order_number = any(${giftNumbers}::text[])`,
  order_lines: 'none',
  parcels: 'none',
  parcel_lines: 'none',
  parcel_scans: 'none',
  told_parcels: 'none',
  order_holds: 'none',
  imported_orders: 'none',
  payments: 'none',
  refunds: 'none',
  variants: 'none',
  stock_reservations: 'none',
  replacements: (person) => sql`update replacements set address = null where ${isAboutOrders(person)}`,
  order_history: (person) => sql`
    update order_history set reason = null, effects = (
      select coalesce(jsonb_agg(effect - 'address'), '[]') from jsonb_array_elements(effects) as effect
    ) where ${isAboutOrders(person)}`,

  // Changes.
  proposals: 'goes with its call',
  pending_changes: (person) => sql`delete from pending_changes where ${isAboutOrders(person)}`,
  // The store is told all the same: it is money that goes back, and stock.
  untold_changes: (person) => sql`update untold_changes set sealed_factor = null where ${isAboutOrders(person)}`,
  cancelled_units: 'none',
  idempotency_keys: ({ callIds, contacts }) => sql`
    delete from idempotency_keys
    where split_part(scope, ' ', 1) = any(${callIds}::text[]) or ${hasOneOf(contacts, sql`response::text`)}`,
  escalations: 'goes with its call',
  investigations: 'goes with its call',
  reshipped_parcels: 'none',
  returns: (person) => sql`
    update returns set email = null, phone = null, reason_words = null where ${isAboutOrders(person)}`,
  return_lines: 'none',
  return_refunds: 'none',
  return_receipts: 'none',
  // Its customer's key is a keyed hash of their contact.
  claims: (person) => sql`
    update claims set customer_key = '', reason_words = null where ${isAboutOrders(person)}`,
  claim_lines: 'none',

  // Messages, also what the store's people were told of a call. That a customer was told stays, so that a notice which
  // comes again is not sent again.
  messages: (person) => sql`
    delete from messages where ${isAboutOrders(person)} or ${isOneOf(person.contacts, 'recipient')}
      or call_id = any(${person.callIds}::text[])`,
  customer_notices: (person) => sql`
    update customer_notices set notice = ${bareNotice}, email = null, phone = null where ${isAboutOrders(person)}`,
  // Whoever said no stays unasked: known by a keyed hash, without the words that were said.
  texting_consents: ({ phoneKeys, callIds }) => sql`
    with erased as (
      delete from texting_consents where phone_key = any(${phoneKeys}::text[]) or call_id = any(${callIds}::text[])
      returning id, phone_key, answer, at
    ), last as (
      select distinct on (phone_key) phone_key, answer, at from erased order by phone_key, id desc
    )
    insert into texting_consents (phone_key, answer, call_id, turn_id, asked, answered, at)
    select phone_key, answer, '', 'erased', '', '', at from last where answer = 'no'`,
  texted_numbers: ({ phoneKeys }) => sql`delete from texted_numbers where phone_key = any(${phoneKeys}::text[])`,
  // A stop outlives the person's data: it is what keeps us from writing again.
  suppressions: ({ contacts }) => sql`
    delete from suppressions where reason = 'bounced' and ${isOneOf(contacts, 'recipient')}`,

  // Calls go last, and with them what hangs on them.
  call_events: 'goes with its call',
  call_tools: 'goes with its call',
  visitor_messages: 'goes with its call',
  verified_orders: 'goes with its call',
  failed_lookups: 'goes with its call',
  calls: ({ callIds }) => sql`delete from calls where id = any(${callIds}::text[])`,

  // The store's own: documents, people, and what its CRM was told, which names nobody.
  documents: 'none',
  passages: 'none',
  unanswered_questions: ({ contacts }) => sql`
    delete from unanswered_questions where ${hasOneOf(contacts, sql`question`)}`,
  outgoing_webhooks: 'none',
  incoming_webhooks: 'none',
  gone_endpoints: 'none',
  alerts: 'none',
  staff: 'none',
  staff_sessions: 'none',
  staff_sign_in_failures: 'none',
  audit_log: 'none',
};

/** Jobs name what they are about by ids; one that has a contact in it goes, done or not. pg-boss keeps the table. */
export const forgetJobs: Forget = ({ contacts }) => sql`
  delete from pgboss.job where ${hasOneOf(contacts, sql`concat_ws(' ', data, output)`)}`;

const isAboutOrders = ({ orderNumbers }: Forgotten) => sql`order_number = any(${orderNumbers}::text[])`;
