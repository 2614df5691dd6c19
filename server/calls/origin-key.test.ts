import { expect, test } from 'vitest';
import { originKeyOf, phoneOriginKey } from './origin-key.ts';

test('is the same for every call from one address, and tells the address to nobody', () => {
  const key = originKeyOf('secret', '203.0.113.9');
  expect(originKeyOf('secret', '203.0.113.9')).toBe(key);
  expect(originKeyOf('secret', '203.0.113.10')).not.toBe(key);
  expect(originKeyOf('another secret', '203.0.113.9')).not.toBe(key);
  expect(key).not.toContain('203');
});

test('takes an IPv6 network for one address', () => {
  expect(originKeyOf('secret', '2001:db8:1:2::1')).toBe(originKeyOf('secret', '2001:db8:1:2:3:4:5:6'));
});

test('knows a caller by number, however it is written, and those without one as one', () => {
  const key = phoneOriginKey('secret', '+12125550199');
  expect(phoneOriginKey('secret', '2125550199')).toBe(key);
  expect(phoneOriginKey('secret', '+12125550198')).not.toBe(key);
  expect(key).not.toContain('2125550199');
  expect(phoneOriginKey('secret', undefined)).toBe(phoneOriginKey('secret', undefined));
});
