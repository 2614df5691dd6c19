import { expect, test } from 'vitest';
import { isTextingWish } from './texting-wish.ts';

test.each(['yes', 'yes please', 'sure, go ahead', 'Could you text it to me?', 'text me the tracking link', 'by SMS'])(
  '"%s" agrees to a text',
  (words) => {
    expect(isTextingWish(words)).toBe(true);
  },
);

test.each(['no thanks', "please don't text me", 'never text me', 'where is my order', 'what does the link do', ''])(
  '"%s" does not',
  (words) => {
    expect(isTextingWish(words)).toBe(false);
  },
);
