import { expect, test } from 'vitest';
import { type Asked, questionGrammar } from './question-grammar.ts';

const grammarOf = (asked: Asked, phrases: string[] = [], knows: (word: string) => boolean = () => true) =>
  questionGrammar({ asked, phrases, orderNumberFormats: ['ORD-#####', '#W#######'] }, knows);

test('holds exactly as many digits as the formats of the store have', () => {
  const numbers = /<number> = (.*);/.exec(grammarOf('order_number'))?.[1]?.split(' | ( ') ?? [];
  const runs = grammarOf('order_number')
    .match(/(?:<d> ?)+/g)
    ?.map((run) => run.trim().split(' ').length);
  expect(numbers.length).toBeGreaterThan(0);
  expect(runs).toEqual(expect.arrayContaining([5, 7]));
});

test('offers addresses only where an address was asked for, and digits only where a number may come', () => {
  expect(grammarOf('email')).toContain('gmail');
  expect(grammarOf('order_number')).not.toContain('gmail');
  expect(grammarOf('yes_no', ['yes'])).not.toContain('<d>');
});

test('offers the phrases of the clerk beside every question, in spoken words', () => {
  for (const asked of ['order_number', 'email', 'yes_no', 'matter'] as const)
    expect(grammarOf(asked, ['Where is my order?'])).toContain('( where is my order )');
});

test('leaves out a phrase with a word that the recogniser does not know: it would refuse the whole grammar', () => {
  const grammar = grammarOf('yes_no', ['yes please', 'yes orderline'], (word) => word !== 'orderline');
  expect(grammar).toContain('( yes please )');
  expect(grammar).not.toContain('orderline');
});
