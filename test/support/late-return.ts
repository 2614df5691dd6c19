import { expect } from 'vitest';
import type { EscalationResponse } from '@orderline/contract/escalation.ts';
import { sql } from 'kysely';
import { seedDemoOrders } from '../../server/orders/seed-demo-orders.ts';
import type { FreshDatabase } from './database.ts';
import { orderCall, type OrderCall } from './order-call.ts';
import type { TestServer } from './test-server.ts';

/** Grace's shirt in the demo catalogue, delivered 33 days ago: three days too late, and she has given no phone. */
export const late = 'ORD-10025';
export const lateReturn = { kind: 'return', lines: [{ line: 1, quantity: 1 }], condition: 'as_new', reason: 'size' };
export const lateRequest = {
  matter: 'late_return',
  request: 'I was in hospital, may I return it?',
  change: lateReturn,
};

/** The demo catalogue as it stands at `now`, and nothing that was asked, sent or sent back. */
export async function freshOrders({ database }: Pick<FreshDatabase, 'database'>, now: Date): Promise<void> {
  await sql`
    truncate escalations, investigations, reshipped_parcels, claims, returns, messages, customer_notices, orders, variants
    cascade`.execute(database);
  await seedDemoOrders(database, { now, timeZone: 'America/New_York' });
}

/** A caller who has proved this order. */
export async function callAbout(
  server: TestServer,
  order_number: string = late,
  email = 'grace_kim@example.com',
): Promise<OrderCall> {
  const call = await orderCall(server);
  expect((await call.lookUp({ order_number, verification: { email } })).statusCode).toBe(200);
  return call;
}

export const escalate = (call: OrderCall, number: string, request: object) =>
  call.post(`/api/orders/${number}/escalations`, request);

export async function escalated(
  call: OrderCall,
  request: object = lateRequest,
  number: string = late,
): Promise<EscalationResponse> {
  const logged = await escalate(call, number, request);
  expect(logged.statusCode).toBe(201);
  return logged.json();
}
