import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../database/schema.ts';

interface PaymentsTable {
  order_number: string;
  payment: number;
  method: 'card' | 'gift_card' | 'paypal';
  card_brand: string | null;
  card_last4: string | null;
  captured_cents: number;
  refunded_cents: number;
  refunded_at: Date | null;
}
export type PaymentRow = Selectable<PaymentsTable>;

declare module '../database/schema.ts' {
  interface Database {
    payments: PaymentsTable;
  }
}

export async function insertPayments(database: Kysely<Database>, payments: readonly PaymentRow[]): Promise<void> {
  await database
    .insertInto('payments')
    .values([...payments])
    .execute();
}
