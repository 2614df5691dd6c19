import { expect, test } from 'vitest';
import { openFactor, sealFactor } from './sealed-factor.ts';

const seal = { secret: 'a secret of at least 32 characters', callId: 'call_a', orderNumber: 'ORD-12345' };
const factor = { email: 'customer@email.com' };

test('opens for its own call and order', () => {
  expect(openFactor(seal, sealFactor(seal, factor))).toEqual(factor);
});

test('cannot be read where it is kept', () => {
  expect(sealFactor(seal, factor).toString('latin1')).not.toContain('customer');
});

test.each([{ callId: 'call_b' }, { orderNumber: 'ORD-10001' }, { secret: 'another secret' }])(
  'does not open for anything else: %j',
  (other) => {
    expect(openFactor({ ...seal, ...other }, sealFactor(seal, factor))).toBeUndefined();
  },
);
