import { expect, test } from 'vitest';
import { ClauseSplitter } from './clause-splitter.ts';

function clausesOf(...pieces: string[]): string[] {
  const splitter = new ClauseSplitter();
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

test('gives the first clause at its first pause, and the rest by sentences', () => {
  expect(clausesOf('Good news, your order shipped on Monday, by UPS. It arrives on Friday. Anything else?')).toEqual([
    'Good news, your order shipped on Monday,',
    'by UPS.',
    'It arrives on Friday.',
    'Anything else?',
  ]);
});

test('does not stutter: a very short start goes with what follows', () => {
  expect(clausesOf('Yes. That order has shipped.')).toEqual(['Yes. That order has shipped.']);
});

test('gives a clause as soon as the text after it has begun, wherever the text is cut', () => {
  const splitter = new ClauseSplitter();
  expect(splitter.push('Thanks for calling the sto')).toEqual([]);
  expect(splitter.push('re.')).toEqual([]);
  expect(splitter.push(' What')).toEqual(['Thanks for calling the store.']);
  expect(splitter.push(' can I do?')).toEqual([]);
  expect(splitter.end()).toEqual(['What can I do?']);
});

test('does not take the point of a price or a web address for the end of a sentence', () => {
  expect(clausesOf('The total is one. ', 'See orderline.example/track for the rest.')).toEqual([
    'The total is one.',
    'See orderline.example/track for the rest.',
  ]);
});

test('cuts a long run where a speaker would breathe, and loses nothing', () => {
  const long = `Your order holds ${Array.from({ length: 30 }, (_, index) => `item number ${index}`).join(', ')}.`;
  const clauses = clausesOf(long);
  expect(clauses.length).toBeGreaterThan(2);
  expect(clauses.join(' ')).toBe(long);
});

test('cuts a long first sentence where it can be, the same in whatever pieces it comes', () => {
  const long = 'Your order with the three items shipped on Monday March second and it is on its way to Austin Texas.';
  const clauses = clausesOf(long);
  expect(clauses[0]).toBe('Your order with the three items shipped');
  expect(clauses.join(' ')).toBe(long);
  for (let at = 1; at < long.length; at++) expect(clausesOf(long.slice(0, at), long.slice(at))).toEqual(clauses);
  expect(clausesOf(...Array.from(long))).toEqual(clauses);
});

test('says nothing for nothing', () => {
  expect(clausesOf('  ', '')).toEqual([]);
});
