import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's password storage cheat sheet, scrypt: N = 2^15, r = 8, p = 3, which takes 32 MiB each. */
const current = { logN: 15, r: 8, p: 3 } as const;
const saltBytes = 16;
const keyBytes = 32;
const encoding = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

interface Derivation {
  readonly salt: Buffer;
  readonly keyBytes: number;
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** `$scrypt$ln=15,r=8,p=3$salt$key` (the PHC string format), with a new salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, { salt, keyBytes, ...current });
  return `$scrypt$ln=${current.logN},r=${current.r},p=${current.p}$${base64(salt)}$${base64(key)}`;
}

/**
 * Whether it is the password of this hash, and whether the hash was made with other parameters than are used by now, so
 * that it should be made anew. Throws when `encoded` is no such hash.
 */
export async function verifyPassword(
  password: string,
  encoded: string,
): Promise<{ readonly isMatch: boolean; readonly isOutdated: boolean }> {
  const [, logN, r, p, salt = '', key = ''] = encoding.exec(encoded) ?? [];
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  if (key === '') throw new Error('A stored password hash cannot be read: reset that password');
  const expected = Buffer.from(key, 'base64');
  const derived = await derive(password, {
    salt: Buffer.from(salt, 'base64'),
    keyBytes: expected.length,
    ...cost,
  });
  return {
    isMatch: timingSafeEqual(derived, expected),
    isOutdated: cost.logN !== current.logN || cost.r !== current.r || cost.p !== current.p,
  };
}

/** Nobody's: verified where there is no account, so that a name that does not exist takes as long as a wrong password. */
export const nobodysHash = `$scrypt$ln=${current.logN},r=${current.r},p=${current.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

function derive(password: string, { salt, keyBytes, logN, r, p }: Derivation): Promise<Buffer> {
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    // The same word may reach us composed in different ways (RFC 8265).
    scrypt(password.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
