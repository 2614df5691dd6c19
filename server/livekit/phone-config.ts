import { isIP } from 'node:net';
import type { EnvironmentReader } from '../environment-reader.ts';

/** The store's telephone: which numbers it is called at, and by whom such a call may be handed over. */
export interface PhoneConfig {
  /** As providers dial them, E.164. */
  readonly numbers: readonly string[];
  /** Addresses and networks of the providers. */
  readonly allowedAddresses: readonly string[];
  /** What a provider proves itself with (SIP digest). */
  readonly auth: { readonly username: string; readonly password: string } | undefined;
}

const widestNetworkBits = { 4: 8, 6: 16 };

/**
 * Reads the phone's settings; undefined when PHONE_NUMBERS is not set: then nobody rings. A telephone that anybody on the
 * internet could ring through is refused, since each call costs money (ROBUSTNESS, security 13).
 */
export function readPhoneConfig(read: EnvironmentReader): PhoneConfig | undefined {
  const numbers = read.list('PHONE_NUMBERS');
  if (numbers.length === 0) return undefined;
  if (!numbers.every((number) => /^\+[1-9]\d{6,14}$/.test(number))) {
    read.problems.push('PHONE_NUMBERS is not a list of numbers like +12125550100, with commas between them');
  }
  const allowedAddresses = read.list('PHONE_ALLOWED_ADDRESSES');
  if (!allowedAddresses.every(isNarrow)) {
    read.problems.push(
      'PHONE_ALLOWED_ADDRESSES is not a list of addresses or networks like 54.172.60.0/30, or one of them is so wide that ' +
        'anybody could ring',
    );
  }
  const username = read.text('PHONE_AUTH_USERNAME', '');
  const password = read.text('PHONE_AUTH_PASSWORD', '');
  if ((username === '') !== (password === '')) {
    read.problems.push('PHONE_AUTH_USERNAME and PHONE_AUTH_PASSWORD are only good together');
  }
  if (allowedAddresses.length === 0 && username === '') {
    read.problems.push(
      'PHONE_NUMBERS is set, but not who may ring: set PHONE_ALLOWED_ADDRESSES to the addresses of your provider, or ' +
        'PHONE_AUTH_USERNAME and PHONE_AUTH_PASSWORD',
    );
  }
  return { numbers, allowedAddresses, auth: username === '' ? undefined : { username, password } };
}

/** One address, or a network of no more than a provider has. */
function isNarrow(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if ((family !== 4 && family !== 6) || rest.length > 0) return false;
  if (bits === undefined) return true;
  return (
    /^\d{1,3}$/.test(bits) && Number(bits) >= widestNetworkBits[family] && Number(bits) <= (family === 4 ? 32 : 128)
  );
}
