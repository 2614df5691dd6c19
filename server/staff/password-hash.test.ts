import { expect, test } from 'vitest';
import { hashPassword, nobodysHash, verifyPassword } from './password-hash.ts';

test('knows the password again, and no other', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  expect(hash).not.toContain('horse');
  expect(await verifyPassword('correct horse battery', hash)).toEqual({ isMatch: true, isOutdated: false });
  expect(await verifyPassword('correct horse batterz', hash)).toEqual({ isMatch: false, isOutdated: false });
});

test('salts each hash', async () => {
  expect(await hashPassword('the same words')).not.toBe(await hashPassword('the same words'));
});

test('takes a letter composed in another way for the same', async () => {
  expect(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toMatchObject({
    isMatch: true,
  });
});

test('tells a hash of other parameters', async () => {
  // From `openssl kdf`-compatible parameters: N = 1024, r = 8, p = 16 of RFC 7914, section 12.
  const rfc7914 =
    '$scrypt$ln=10,r=8,p=16$TmFDbA$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA';
  expect(await verifyPassword('password', rfc7914)).toEqual({ isMatch: true, isOutdated: true });
});

test('nobody’s hash is checked like any other and matches nothing', async () => {
  expect(await verifyPassword('', nobodysHash)).toEqual({ isMatch: false, isOutdated: false });
});
