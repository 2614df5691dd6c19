import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Numbers that have had a text, and with it how to stop them. */
interface TextedNumbersTable {
  /** From `phoneKey`. */
  phone_key: string;
  first_texted_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    texted_numbers: TextedNumbersTable;
  }
}

export async function wasTexted(database: Kysely<Database>, phoneKey: string): Promise<boolean> {
  const number = await database
    .selectFrom('texted_numbers')
    .select('phone_key')
    .where('phone_key', '=', phoneKey)
    .executeTakeFirst();
  return number !== undefined;
}

export async function insertTextedNumber(database: Kysely<Database>, number: TextedNumbersTable): Promise<void> {
  await database
    .insertInto('texted_numbers')
    .values(number)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
