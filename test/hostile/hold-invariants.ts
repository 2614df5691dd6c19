import type { CallRecord } from './call-record.ts';
import { type Agreement, expectConfirmed } from './expect-confirmed.ts';
import { expectNothingLeaked } from './expect-nothing-leaked.ts';
import { expectOnlyProvedTouched } from './expect-only-proved-touched.ts';
import { expectPolicyKept } from './expect-policy-kept.ts';
import { provedOrders } from './proved-orders.ts';

/** All that holds after any call, whoever was in it. Resolves with how much came of it. */
export async function holdInvariants(call: CallRecord & Agreement): Promise<{ proved: number; changes: number }> {
  const proved = await provedOrders(call);
  expectNothingLeaked(call, proved);
  const changes = await expectConfirmed(call);
  await expectPolicyKept(call);
  await expectOnlyProvedTouched(call, proved);
  return { proved: proved.size, changes: changes.length };
}
