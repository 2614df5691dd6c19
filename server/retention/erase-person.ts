import type { Kysely } from 'kysely';
import type { EraseResponse } from '@orderline/contract/erase.ts';
import type { Verification } from '@orderline/contract/order.ts';
import { announce } from '../calls/call-signals.ts';
import type { Database } from '../database/schema.ts';
import { canonicalFactor } from '../identity/factor.ts';
import { phoneKey } from '../messages/phone-key.ts';
import { audit } from '../staff/audit.ts';
import { findPerson, type Contacts, type Person } from './person-table.ts';
import { forgetJobs, personalData } from './personal-data-table.ts';

export interface EraseAsked {
  readonly contact: Verification;
  /** Who asked; null for the command line. */
  readonly staffId: string | null;
  /** By which phones were hashed: without it, consent to texts is found by its call alone. */
  readonly secret: string | undefined;
}

/**
 * Erases whoever has this contact, for good, in one transaction: their orders become anonymous, and the calls about them,
 * what was said in these, messages, requests and consents are deleted (`personalData` says it table by table). Calls that
 * go on are ended. The audit log keeps that it was done, not for whom. Returns how much there was; a contact that nobody
 * has is no error.
 */
export async function erasePerson(
  database: Kysely<Database>,
  { contact, staffId, secret }: EraseAsked,
): Promise<EraseResponse> {
  return database.transaction().execute(async (transaction) => {
    const person = await findPerson(transaction, contactsOf(contact));
    const forgotten = {
      ...person,
      phoneKeys: secret === undefined ? [] : phonesOf(person, contact).map((phone) => phoneKey(secret, phone)),
    };
    for (const callId of await openCalls(transaction, person.callIds)) {
      await announce(transaction, { kind: 'ended', callId, reason: 'room_closed' });
    }
    await forgetJobs(forgotten).execute(transaction);
    const counts: Record<string, number> = {};
    for (const [table, forget] of Object.entries(personalData)) {
      if (typeof forget === 'string') continue;
      const { numAffectedRows = 0n } = await forget(forgotten).execute(transaction);
      counts[table] = Number(numAffectedRows);
    }
    const erased = {
      orders: person.orderNumbers.length + person.giftNumbers.length,
      calls: counts['calls'] ?? 0,
      messages: counts['messages'] ?? 0,
    };
    await audit(transaction, { staffId, act: 'customer.erased', subject: 'customer', detail: erased });
    return erased;
  });
}

function contactsOf(contact: Verification): Contacts {
  const plain = canonicalFactor(contact).replace(/^(email|phone):/, '');
  return 'email' in contact ? { emails: [plain], phones: [] } : { emails: [], phones: [plain] };
}

const phonesOf = ({ writtenPhones }: Person, asked: Verification): string[] =>
  'phone' in asked ? [...writtenPhones, asked.phone] : [...writtenPhones];

async function openCalls(database: Kysely<Database>, callIds: readonly string[]): Promise<string[]> {
  if (callIds.length === 0) return [];
  const rows = await database
    .selectFrom('calls')
    .select('id')
    .where('id', 'in', callIds)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
