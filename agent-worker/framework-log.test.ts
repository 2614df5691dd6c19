import { expect, test } from 'vitest';
import { withoutPersonalData } from './framework-log.ts';

test('drops the fields that the framework marks as personal, and keeps the others', () => {
  expect(withoutPersonalData({ function: 'order_lookup', 'lk.pii.arguments': { email: 'a@b.co' } })).toEqual({
    function: 'order_lookup',
  });
});
