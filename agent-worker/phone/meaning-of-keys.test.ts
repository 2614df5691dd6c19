import { expect, test } from 'vitest';
import { isWholeAnswer, type KeyedQuestion, meaningOfKeys } from './meaning-of-keys.ts';

const question: KeyedQuestion = {
  asked: undefined,
  isConfirming: false,
  orderNumberFormats: ['ORD-#####', '#W#######'],
};

test.each([
  ['1', {}, 'order status'],
  ['2', { asked: 'matter' }, 'I want to talk to a person'],
  ['3', {}, '3'],
  ['1', { asked: 'yes_no' }, 'yes'],
  ['2', { asked: 'yes_no' }, 'no'],
  ['1', { asked: 'matter', isConfirming: true }, '1'],
  ['1', { asked: 'order_number' }, '1'],
  ['12345', {}, '12345'],
] as const)('takes %s, asked %j, for "%s"', (digits, asked, meaning) => {
  expect(meaningOfKeys(digits, { ...question, ...asked })).toBe(meaning);
});

test.each([
  ['1', {}, true],
  ['3', {}, false],
  ['1', { asked: 'order_number' }, false],
  ['1234', { asked: 'order_number' }, false],
  ['12345', { asked: 'order_number' }, true],
  ['1234567', {}, true],
  ['555123456', { asked: 'email' }, false],
  ['5551234567', { asked: 'email' }, true],
  ['2', { isConfirming: true }, true],
] as const)('knows whether %s, asked %j, is complete', (digits, asked, isWhole) => {
  expect(isWholeAnswer(digits, { ...question, ...asked })).toBe(isWhole);
});
