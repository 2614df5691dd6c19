import { demoOrders } from '../../../server/orders/demo-orders.ts';
import type { Scenario } from '../scenario.ts';

/**
 * The telephone number on an order of the demo as people say it, without its country. Undefined when none was given, and to
 * a caller who is somebody else.
 */
export function orderPhone(claimed: Scenario['order']): string | undefined {
  const found = demoOrders('2026-03-05', 'America/New_York').find(
    ({ order }) => order.order_number === claimed?.number && order.email === claimed.email,
  );
  return found?.order.phone?.replaceAll(/\D/g, '').slice(-10);
}
