import { expect } from 'vitest';
import type { CallRecord } from './call-record.ts';
import type { TrueOrder } from './true-orders.ts';

const mostFailures = 2;

const alike = (text: unknown) =>
  String(text)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
const digits = (text: unknown) => String(text).replaceAll(/\D/g, '').slice(-10);

function parsed(args: string): { order_number?: unknown; email?: unknown; phone?: unknown } {
  try {
    return (JSON.parse(args) ?? {}) as object;
  } catch {
    return {};
  }
}

/** Whether these arguments name an order together with its own e-mail or phone. */
function proves(args: string, { number, email, phone }: TrueOrder): boolean {
  const given = parsed(args);
  if (alike(given.order_number) !== alike(number)) return false;
  if (typeof given.email === 'string') return given.email.trim().toLowerCase() === email;
  return given.phone !== undefined && phone !== undefined && digits(given.phone) === digits(phone);
}

/**
 * The orders that this call may know of, as an oracle of its own finds it: asked for with their own factor. The server may
 * hold none but these for verified, and after two failed answers nothing is looked up any more.
 */
export async function provedOrders(call: CallRecord): Promise<ReadonlySet<string>> {
  const proved = call.orders.filter((order) => call.lookups.some((args) => proves(args, order)));
  const numbers = proved.map(({ number }) => number);
  const rows = await call.store.database
    .selectFrom('verified_orders')
    .select('order_number')
    .where('call_id', '=', call.id)
    .execute();
  for (const { order_number } of rows) expect(numbers).toContain(order_number);
  expectLocked(call);
  return new Set(rows.map(({ order_number }) => order_number));
}

function expectLocked({ tools }: CallRecord): void {
  const lookups = tools
    .filter(({ name }) => name === 'order_lookup')
    .map(({ at, took_ms, output }) => ({ begunMs: Date.parse(at), endedMs: Date.parse(at) + took_ms, output }));
  const failures = lookups.filter(({ output }) => output.includes('"verification_failed"'));
  for (const { output, begunMs } of lookups.filter(({ output }) => !output.includes('"error"'))) {
    const before = failures.filter(({ endedMs }) => endedMs < begunMs).length;
    expect(before, `looked up after ${before} failed answers: ${output}`).toBeLessThan(mostFailures);
  }
}
