import { turnIdAttribute } from '@orderline/contract/room.ts';
import { expect, test } from 'vitest';
import { typedTurn } from './typed-turn.ts';

const named = (id: string) => typedTurn({ text: 'Hello', info: { attributes: { [turnIdAttribute]: id } } });

test('a turn has the id that its page gave it', () => {
  const id = 'page_7d3c2f9e-5a0b-4a53-8d5e-0f6b1c2d3e4f';
  expect(named(id)).toEqual({ id, text: 'Hello', by: 'text' });
});

test('no page names a turn as the worker names its own, nor at will', () => {
  for (const id of [
    'aside_123456789',
    'item_0123456789',
    'page_',
    'page_short',
    `page_${'x'.repeat(60)}`,
    'page_a b c d e f',
  ]) {
    expect(named(id).id).toMatch(/^typed_/);
  }
});

test('who names nothing is given a new id each time', () => {
  const [one, other] = [typedTurn({ text: 'Hello', info: {} }), typedTurn({ text: 'Hello' })];
  expect(one.id).toMatch(/^typed_/);
  expect(other.id).not.toBe(one.id);
});
