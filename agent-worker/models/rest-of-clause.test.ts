import { expect, test } from 'vitest';
import { restOfClause } from './rest-of-clause.ts';

const clause = 'Your order has shipped on Monday.';

test('goes on with the word in which the voice broke off', () => {
  expect(restOfClause(clause, 0.9, 15)).toBe('has shipped on Monday.');
});

test('says all of it when hardly anything was heard', () => expect(restOfClause(clause, 0.1, 15)).toBe(clause));

test('says nothing more when all of it was heard', () => expect(restOfClause(clause, 4, 15)).toBe(''));
