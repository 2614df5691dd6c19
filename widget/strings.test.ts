import { expect, test } from 'vitest';
import { defaultStrings } from './strings.ts';

test.each(Object.entries(defaultStrings.failures))(
  '%s says what failed, then what to do',
  (_reason, { title, advice }) => {
    expect(title).not.toMatch(/[.!]$/);
    expect(advice).toMatch(/^[A-Z].*[.)]$/);
  },
);

test.each(Object.entries(defaultStrings.microphoneRefusals))(
  'without a microphone (%s) typing is offered',
  (_reason, words) => {
    expect(words).toMatch(/type here|can type/i);
  },
);
