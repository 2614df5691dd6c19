import { expect, test } from 'vitest';
import { hasExpired } from './expired-return-rule.ts';

const terms = { expire_after_days: 14 };
const label = { state: 'requested', shipBy: '2026-03-17' } as const;

test('a return expires on the day after its label’s last day and the days a parcel may take', () => {
  expect(hasExpired(label, '2026-03-31', terms)).toBe(false);
  expect(hasExpired(label, '2026-04-01', terms)).toBe(true);
});

test('with no days to spare it expires on the day after its label’s last', () => {
  expect(hasExpired(label, '2026-03-17', { expire_after_days: 0 })).toBe(false);
  expect(hasExpired(label, '2026-03-18', { expire_after_days: 0 })).toBe(true);
});

test.each(['partially_received', 'received', 'cancelled', 'expired'] as const)('one that is %s does not', (state) => {
  expect(hasExpired({ ...label, state }, '2027-01-01', terms)).toBe(false);
});
