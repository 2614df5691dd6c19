import { expect, test } from 'vitest';
import { hearItems } from './hear-items.ts';

const items = [
  { line: 1, name: 'Classic Tee - Navy, Size M', available: 2 },
  { line: 2, name: 'Jogger Pants - Black, Size L', available: 1 },
  { line: 3, name: 'Classic Tee - White, Size L', available: 1 },
  { line: 4, name: 'Wine Glasses, Set of 4', available: 3 },
];
const lines = (text: string, of = items) => hearItems(text, of).lines;

test.each<[string, { line: number; quantity?: number }[]]>([
  ['the joggers', [{ line: 2, quantity: 1 }]],
  ['the pants please', [{ line: 2, quantity: 1 }]],
  ['the navy tee', [{ line: 1 }]],
  ['one of the navy tees', [{ line: 1, quantity: 1 }]],
  ['just one navy t-shirt', [{ line: 1, quantity: 1 }]],
  ['both navy tees', [{ line: 1, quantity: 2 }]],
  [
    'two navy tees and the joggers',
    [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 1 },
    ],
  ],
  [
    'the joggers and the white tee',
    [
      { line: 2, quantity: 1 },
      { line: 3, quantity: 1 },
    ],
  ],
  ['the wine glasses', [{ line: 4, quantity: 3 }]],
  ['three of the glasses', [{ line: 4, quantity: 3 }]],
  ['a set of wine glasses', [{ line: 4, quantity: 1 }]],
  [
    'all of it',
    [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 1 },
      { line: 3, quantity: 1 },
      { line: 4, quantity: 3 },
    ],
  ],
  [
    'everything',
    [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 1 },
      { line: 3, quantity: 1 },
      { line: 4, quantity: 3 },
    ],
  ],
  [
    'everything except the glasses',
    [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 1 },
      { line: 3, quantity: 1 },
    ],
  ],
  ['the second one', [{ line: 2, quantity: 1 }]],
  ['number three', [{ line: 3, quantity: 1 }]],
  ['the last one', [{ line: 4 }]],
  [
    'all the tees',
    [
      { line: 1, quantity: 2 },
      { line: 3, quantity: 1 },
    ],
  ],
  ['where is my order', []],
  ['the headphones', []],
])('%s', (text, heard) => {
  expect(lines(text)).toEqual(heard);
});

test('says between which it could not tell', () => {
  expect(hearItems('the tee', items)).toEqual({ lines: [], among: [items[0], items[2]] });
});

test('of a single item, "it" is that one, and "both" are two of it', () => {
  const tee = { line: 1, name: 'Classic Tee - Navy, Size M', available: 2 };
  expect(lines('both', [tee])).toEqual([{ line: 1, quantity: 2 }]);
  expect(lines('just one', [tee])).toEqual([{ line: 1, quantity: 1 }]);
  expect(lines('2', [tee])).toEqual([{ line: 1, quantity: 2 }]);
  expect(lines('both', [tee, { line: 2, name: 'Vase', available: 1 }])).toEqual([
    { line: 1, quantity: 2 },
    { line: 2, quantity: 1 },
  ]);
});
