import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/support/database.ts';
import { MemoryRooms } from '../../test/support/memory-rooms.ts';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { testContext } from '../../test/support/test-server.ts';
import { insertCall } from '../calls/calls-table.ts';
import { verifyOrder } from './verify-order.ts';

const at = new Date('2026-03-05T17:00:00Z');
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('warns when everyone together fails unusually often, without personal data', async () => {
  const profile = demoStoreProfile();
  const base = testContext(database, new MemoryRooms());
  const warn = vi.spyOn(base.log, 'warn');
  const context = {
    ...base,
    clock: () => at,
    profile: () => ({ ...profile, limits: { ...profile.limits, failed_lookups_alarm: 5 } }),
  };
  for (let failure = 1; failure <= 6; failure += 1) {
    const call = { id: `call_alarm_${String(failure).padStart(12, '0')}`, origin_key: `origin ${failure}` };
    await insertCall(database.database, { ...call, channel: 'web', customer_identity: 'visitor', opened_at: at });
    const verification = { email: `guess${failure}@else.com` };
    await expect(verifyOrder(context, call, { order_number: 'ORD-12345', verification })).rejects.toThrow();
    expect(warn).toHaveBeenCalledTimes(failure < 5 ? 0 : 1);
  }
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/else\.com|12345/);
});
