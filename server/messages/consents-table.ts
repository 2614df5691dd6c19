import type { Generated, Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** The evidence of who may be texted: only ever added to. */
interface TextingConsentsTable {
  id: Generated<string>;
  /** From `phoneKey`. */
  phone_key: string;
  answer: 'yes' | 'no';
  call_id: string;
  /** The customer's turn that answered. */
  turn_id: string;
  /** What the agent had said before it, and what the customer said. */
  asked: string;
  answered: string;
  at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    texting_consents: TextingConsentsTable;
  }
}

export type Consent = Omit<TextingConsentsTable, 'id'>;

/** A turn answers once: told again, what is there stays. */
export async function insertConsent(database: Kysely<Database>, consent: Consent): Promise<void> {
  await database
    .insertInto('texting_consents')
    .values(consent)
    .onConflict((conflict) => conflict.columns(['phone_key', 'call_id', 'turn_id']).doNothing())
    .execute();
}

/** The last that was answered for a number. */
export async function findConsent(database: Kysely<Database>, phoneKey: string): Promise<'yes' | 'no' | undefined> {
  const last = await database
    .selectFrom('texting_consents')
    .select('answer')
    .where('phone_key', '=', phoneKey)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.answer;
}
