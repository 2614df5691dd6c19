import { expect, test } from 'vitest';
import { type Asked, questionGrammar } from './question-grammar.ts';

const grammarOf = (asked: Asked, phrases: string[] = [], knows: (word: string) => boolean = () => true) =>
  questionGrammar({ asked, phrases, orderNumberFormats: ['ORD-#####', '#W#######'] }, knows);

test('holds exactly as many digits as the formats of the store have', () => {
  expect(grammarOf('order_number')).toContain('<number> = ( [ o r d [ dash | hyphen ] ] <n5> ) | ');
  expect(grammarOf('order_number')).toContain('w ] <n7> );');
});

test('knows numbers in pairs and doubled, as less likely than one by one', () => {
  expect(grammarOf('order_number')).toContain('<n2> = /30/ <d> <n1> | /1/ <pair>;');
  expect(grammarOf('order_number')).toContain('<pair> = <teen> | <tens> [ <unit> ] | double <d>;');
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
