import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

interface VerifiedOrdersTable {
  call_id: string;
  order_number: string;
  /** What proved the order, sealed; gone once the call has ended. */
  sealed_factor: Buffer | null;
  verified_at: Date;
}

declare module '../database/schema.ts' {
  interface Database {
    verified_orders: VerifiedOrdersTable;
  }
}

export interface VerifiedOrder {
  readonly orderNumber: string;
  readonly sealedFactor: Buffer;
}

/** An order that the call has proved before stays as it is. */
export async function insertVerifiedOrder(
  database: Kysely<Database>,
  { callId, orderNumber, sealedFactor, at }: VerifiedOrder & { callId: string; at: Date },
): Promise<void> {
  await database
    .insertInto('verified_orders')
    .values({ call_id: callId, order_number: orderNumber, sealed_factor: sealedFactor, verified_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The orders that a call has proved, first the one proved first. */
export async function findVerifiedOrders(database: Kysely<Database>, callId: string): Promise<VerifiedOrder[]> {
  const rows = await database
    .selectFrom('verified_orders')
    .select(['order_number', 'sealed_factor'])
    .where('call_id', '=', callId)
    .orderBy('verified_at')
    .execute();
  return rows.flatMap(({ order_number, sealed_factor }) =>
    sealed_factor === null ? [] : [{ orderNumber: order_number, sealedFactor: sealed_factor }],
  );
}

/** Nothing can be asked in a call that has ended, so what proved its orders is not kept. */
export async function forgetFactors(database: Kysely<Database>, callId: string): Promise<void> {
  await database
    .updateTable('verified_orders')
    .set({ sealed_factor: null })
    .where('call_id', '=', callId)
    .where('sealed_factor', 'is not', null)
    .execute();
}
