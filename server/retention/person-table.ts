import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** E-mails in small letters, phones by their last ten digits: as `canonicalFactor` compares them. */
export interface Contacts {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** What the database knows of one person. */
export interface Person {
  /** Those asked for, and those on the person's own orders. */
  readonly contacts: Contacts;
  /** The phones on the person's own orders, as they are written there. */
  readonly writtenPhones: readonly string[];
  /** That the person has placed, or that are told of at a contact of theirs. */
  readonly orderNumbers: readonly string[];
  /** That somebody else has placed, for this person to receive. */
  readonly giftNumbers: readonly string[];
  readonly callIds: readonly string[];
}

const isEmailOf = ({ emails }: Contacts, column: string) => sql`lower(${sql.ref(column)}) = any(${emails}::text[])`;

const isPhoneOf = ({ phones }: Contacts, column: string) =>
  sql`right(regexp_replace(${sql.ref(column)}, '\\D', '', 'g'), 10) = any(${phones}::text[])`;

/** Whether a column that holds an e-mail or a phone holds one of these, however it is written. */
export const isOneOf = (contacts: Contacts, column: string) =>
  sql`(${isEmailOf(contacts, column)} or ${isPhoneOf(contacts, column)})`;

/** Whether a text, JSON perhaps, has one of them in it: an e-mail as a whole, a phone by its digits. */
export function hasOneOf({ emails, phones }: Contacts, text: ReturnType<typeof sql>) {
  // What is cheap decides first: this reads every transcript there is.
  const hasEmail = emails.map(
    (email) => sql`strpos(lower(${text}), ${email}) > 0 and lower(${text}) ~ ${patternOf(email)}`,
  );
  const hasPhone = phones
    .filter((phone) => phone.length === 10)
    .map((phone) => sql`strpos(translate(${text}, ' ().,/+-', ''), ${phone}) > 0`);
  return sql`(${sql.join([...hasEmail, ...hasPhone, sql`false`], sql` or `)})`;
}

/** Not within a longer address; in JSON the letter before it may be that of a `\n`. */
const patternOf = (email: string) =>
  `(^|[^a-z0-9._%+-]|\\\\[bfnrt])${email.replaceAll(/[^a-z0-9]/g, '\\$&')}(?![a-z0-9-]|\\.[a-z0-9])`;

const lastTenDigits = (phone: string) => phone.replaceAll(/\D/g, '').slice(-10);

/** Whose contact this is: their orders, the other contacts on these, and the calls that were about them. */
export async function findPerson(database: Kysely<Database>, asked: Contacts): Promise<Person> {
  const own = await sql<{ order_number: string; email: string; phone: string | null }>`
    select order_number, lower(email) as email, phone from orders where ${isEmailOf(asked, 'email')} or ${isPhoneOf(asked, 'phone')}`.execute(
    database,
  );
  const writtenPhones = own.rows.flatMap(({ phone }) => phone ?? []);
  const contacts = {
    emails: [...new Set([...asked.emails, ...own.rows.map(({ email }) => email)])],
    phones: [...new Set([...asked.phones, ...writtenPhones.map(lastTenDigits)])],
  };
  const told = await sql<{ order_number: string }>`
    select order_number from returns where ${isEmailOf(asked, 'email')} or ${isPhoneOf(asked, 'phone')}
    union select order_number from customer_notices where ${isEmailOf(asked, 'email')} or ${isPhoneOf(asked, 'phone')}
    union select order_number from messages where order_number is not null and ${isOneOf(asked, 'recipient')}`.execute(
    database,
  );
  const orderNumbers = [...new Set([...own.rows, ...told.rows].map(({ order_number }) => order_number))];
  const gifts = await sql<{ order_number: string }>`
    select order_number from orders
    where ${isEmailOf(asked, 'recipient_email')} and order_number <> all(${orderNumbers}::text[])`.execute(database);
  return {
    contacts,
    writtenPhones,
    orderNumbers,
    giftNumbers: gifts.rows.map(({ order_number }) => order_number),
    callIds: await findCallIds(database, contacts, orderNumbers),
  };
}

/** Calls from the person's phone, that have proved one of the orders, or in which one of the contacts was left or said. */
async function findCallIds(
  database: Kysely<Database>,
  contacts: Contacts,
  orderNumbers: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ call_id: string }>`
    select call_id from verified_orders where order_number = any(${orderNumbers}::text[])
    union select call_id from proposals where order_number = any(${orderNumbers}::text[])
    union select id from calls where ${isOneOf(contacts, 'caller_number')}
    union select call_id from visitor_messages where ${hasOneOf(contacts, sql`contact || ' ' || text`)}`.execute(
    database,
  );
  const found = new Set(rows.map(({ call_id }) => call_id));
  for (const callId of await searchTranscripts(database, contacts)) found.add(callId);
  return [...found];
}

/** Day by day: no statement may take as long as reading a month of transcripts does. */
async function searchTranscripts(database: Kysely<Database>, contacts: Contacts): Promise<string[]> {
  const found: string[] = [];
  const { rows: days } = await sql<{ day: Date }>`
    select generate_series(date_trunc('day', min(stored_at)), max(stored_at), '1 day') as day from call_events`.execute(
    database,
  );
  for (const { day } of days) {
    const { rows } = await sql<{ call_id: string }>`
      select distinct call_id from call_events
      where stored_at >= ${day} and stored_at < ${day}::timestamptz + interval '1 day'
        and ${hasOneOf(contacts, sql`event::text`)}`.execute(database);
    found.push(...rows.map(({ call_id }) => call_id));
  }
  return found;
}
