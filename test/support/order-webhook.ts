import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { demoOrders } from '../../server/orders/demo-orders.ts';
import { insertLines } from '../../server/orders/order-lines-table.ts';
import { insertOrders } from '../../server/orders/orders-table.ts';
import { insertPayments } from '../../server/orders/payments-table.ts';
import type { TestServer } from './test-server.ts';

export const orderWebhookSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

export interface Telling {
  readonly id?: string;
  readonly sentAt?: Date;
  readonly secret?: string;
  /** Sent in place of what was signed. */
  readonly payload?: string;
}

/** The store tells of its orders, as its own system would: signed, and by HTTP. */
export function tellOrders(
  { app, clock }: Pick<TestServer, 'app' | 'clock'>,
  event: object,
  { id = `msg_${randomUUID()}`, sentAt = clock(), secret = orderWebhookSecret, payload }: Telling = {},
): Promise<LightMyRequestResponse> {
  const body = JSON.stringify(event);
  return app.inject({
    method: 'POST',
    url: '/webhooks/orders',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
    },
    payload: payload ?? body,
  });
}

/** An order of Daniel's that is being prepared: a rain jacket, and two candles. */
export async function placeOrder(
  { database, clock }: Pick<TestServer, 'database' | 'clock'>,
  orderNumber: string,
): Promise<void> {
  const rows = demoOrders(clock().toISOString().slice(0, 10), 'America/New_York');
  const daniels = rows.find(({ order }) => order.order_number === 'ORD-10002');
  if (daniels === undefined) throw new Error('The catalogue has no ORD-10002');
  const numbered = <Row extends object>(row: Row) => ({ ...row, order_number: orderNumber });
  await insertOrders(database, [numbered({ ...daniels.order, is_demo: false })]);
  await insertLines(database, daniels.lines.map(numbered));
  await insertPayments(database, daniels.payments.map(numbered));
}
