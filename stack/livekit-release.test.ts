import { expect, test } from 'vitest';
import { listedSum, releaseArchive } from './livekit-release.ts';

test.each([
  ['linux', 'x64', 'livekit_1.13.5_linux_amd64.tar.gz'],
  ['linux', 'arm64', 'livekit_1.13.5_linux_arm64.tar.gz'],
  ['win32', 'x64', 'livekit_1.13.5_windows_amd64.zip'],
  ['darwin', 'arm64', undefined],
] as const)('knows the archive for %s on %s', (platform, architecture, name) => {
  expect(releaseArchive('1.13.5', platform, architecture)).toBe(name);
});

const sum = 'ab'.repeat(32);

test('finds the sum of exactly the archive asked for', () => {
  const checksums = `${'cd'.repeat(32)}  livekit_1.13.5_linux_amd64.tar.gz.sig\n${sum.toUpperCase()} *livekit_1.13.5_linux_amd64.tar.gz\n`;
  expect(listedSum(checksums, 'livekit_1.13.5_linux_amd64.tar.gz')).toBe(sum);
});

test('takes nothing that is not a SHA-256 for a sum', () => {
  expect(listedSum('<html>not found</html>', 'html>')).toBeUndefined();
  expect(listedSum('1234  archive.tar.gz', 'archive.tar.gz')).toBeUndefined();
});
