import { expect, test } from 'vitest';
import { EnvironmentReader } from '../environment-reader.ts';
import { readPhoneConfig } from './phone-config.ts';

function reading(environment: NodeJS.ProcessEnv) {
  const read = new EnvironmentReader(environment);
  return { phone: readPhoneConfig(read), problems: read.problems };
}

test('has no phone unless a number is set', () => {
  expect(reading({ PHONE_ALLOWED_ADDRESSES: '127.0.0.1' })).toEqual({ phone: undefined, problems: [] });
  expect(reading({ PHONE_NUMBERS: ' ' })).toEqual({ phone: undefined, problems: [] });
});

test.each([
  [
    'addresses',
    { PHONE_ALLOWED_ADDRESSES: '54.172.60.0/30, 2600:1f00::/32' },
    { allowedAddresses: ['54.172.60.0/30', '2600:1f00::/32'], auth: undefined },
  ],
  [
    'a password',
    { PHONE_AUTH_USERNAME: 'trunk', PHONE_AUTH_PASSWORD: 'pw' },
    { allowedAddresses: [], auth: { username: 'trunk', password: 'pw' } },
  ],
])('lets in by %s', (_way, environment, expected) => {
  const { phone, problems } = reading({ PHONE_NUMBERS: '+12125550100, +12125550101', ...environment });
  expect(problems).toEqual([]);
  expect(phone).toEqual({ numbers: ['+12125550100', '+12125550101'], ...expected });
});

test.each([
  ['a trunk that anybody may use', {}, /not who may ring/],
  ['every address there is', { PHONE_ALLOWED_ADDRESSES: '0.0.0.0/0' }, /anybody could ring/],
  ['every IPv6 address there is', { PHONE_ALLOWED_ADDRESSES: '54.172.60.0/30,::/0' }, /anybody could ring/],
  ['what is no address', { PHONE_ALLOWED_ADDRESSES: 'sip.example' }, /not a list of addresses/],
  ['a name without its password', { PHONE_AUTH_USERNAME: 'trunk' }, /only good together/],
  [
    'every number there is',
    { PHONE_NUMBERS: '*', PHONE_ALLOWED_ADDRESSES: '127.0.0.1' },
    /PHONE_NUMBERS is not a list/,
  ],
])('refuses %s', (_what, environment, problem) => {
  expect(reading({ PHONE_NUMBERS: '+12125550100', ...environment }).problems).toEqual([expect.stringMatching(problem)]);
});

test('repeats no password', () => {
  expect(reading({ PHONE_NUMBERS: 'x', PHONE_AUTH_PASSWORD: 'hunter2' }).problems.join()).not.toContain('hunter2');
});
