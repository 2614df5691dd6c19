import { describe, expect, test } from 'vitest';
import { demoStoreProfile } from '../../test/support/seed-order.ts';
import { isExceptionOffered, returnWindow } from './return-window-rule.ts';

const { returns: terms } = demoStoreProfile();
const general = { kind: 'general', loyaltyTier: undefined };

describe('the last day to return', () => {
  test('is the thirtieth calendar day after delivery, also across the change of clocks', () => {
    expect(returnWindow({ ...general, deliveredOn: '2026-03-01' }, terms)).toEqual({ days: 30, lastDay: '2026-03-31' });
    expect(returnWindow({ ...general, deliveredOn: '2026-02-20' }, terms).lastDay).toBe('2026-03-22');
  });

  test('is the fifteenth for electronics', () => {
    const delivered = { ...general, kind: 'electronics', deliveredOn: '2026-03-01' };
    expect(returnWindow(delivered, terms)).toEqual({ days: 15, lastDay: '2026-03-16' });
  });

  test.each([
    ['silver', 30],
    ['gold', 45],
    ['platinum', 60],
    ['a tier that the store has not described', 30],
  ])('is later for the loyal: %s has %i days', (loyaltyTier, days) => {
    expect(returnWindow({ kind: 'general', loyaltyTier, deliveredOn: '2026-03-01' }, terms).days).toBe(days);
  });
});

describe('a holiday window', () => {
  const holiday = {
    ...terms,
    holiday_windows: [{ delivered_from: '2025-11-15', delivered_to: '2025-12-24', last_day: '2026-01-31' }],
  };

  test('extends what was delivered inside it', () => {
    for (const deliveredOn of ['2025-11-15', '2025-12-24']) {
      expect(returnWindow({ ...general, deliveredOn }, holiday).lastDay).toBe('2026-01-31');
    }
    expect(returnWindow({ ...general, deliveredOn: '2025-12-20' }, holiday).days).toBe(42);
  });

  test('leaves the normal day to what was delivered outside it', () => {
    expect(returnWindow({ ...general, deliveredOn: '2025-11-14' }, holiday).lastDay).toBe('2025-12-14');
    expect(returnWindow({ ...general, deliveredOn: '2025-12-25' }, holiday).lastDay).toBe('2026-01-24');
  });

  test('and a loyalty extension do not add up: the later last day counts', () => {
    const platinum = { kind: 'general', loyaltyTier: 'platinum' };
    expect(returnWindow({ ...platinum, deliveredOn: '2025-11-20' }, holiday).lastDay).toBe('2026-01-31');
    expect(returnWindow({ ...platinum, deliveredOn: '2025-12-20' }, holiday).lastDay).toBe('2026-02-18');
  });
});

describe('an exception is offered without being asked for', () => {
  const lastDay = '2026-03-31';

  test('while the window has passed by no more than the borderline days', () => {
    const asked = (today: string) => isExceptionOffered({ lastDay, today, loyaltyTier: undefined }, terms);
    expect(asked('2026-04-05')).toBe(true);
    expect(asked('2026-04-06')).toBe(false);
  });

  test('to a customer whose tier has a longer window, however late', () => {
    const asked = (loyaltyTier: string) => isExceptionOffered({ lastDay, today: '2026-08-01', loyaltyTier }, terms);
    expect(asked('gold')).toBe(true);
    expect(asked('silver')).toBe(false);
  });
});
