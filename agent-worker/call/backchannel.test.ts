import { expect, test } from 'vitest';
import { isBackchannel } from './backchannel.ts';

test.each(['Uh-huh.', 'uh huh', 'Okay', 'Right.', 'Mm-hmm', 'okay, got it', 'yeah yeah'])(
  '"%s" only listens',
  (text) => {
    expect(isBackchannel(text)).toBe(true);
  },
);

test.each(['Yes', 'No', 'okay but where is it', 'right away please', 'stop', ''])('"%s" takes the floor', (text) => {
  expect(isBackchannel(text)).toBe(false);
});
