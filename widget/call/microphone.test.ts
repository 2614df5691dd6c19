import { expect, test } from 'vitest';
import { refusalOf } from './microphone.ts';

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'no-device'],
  ['OverconstrainedError', 'no-device'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'failed'],
] as const)('the browser’s %s is %s', (name, reason) => {
  expect(refusalOf(new DOMException('', name))).toBe(reason);
});

test('what is no error at all is a failure', () => {
  expect(refusalOf('no')).toBe('failed');
});
