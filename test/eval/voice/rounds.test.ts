import { expect, test } from 'vitest';
import { checklist } from '../scenarios/checklist.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { rounds } from './rounds.ts';

test('all calls of the checklist may be held at once: no two are about an order that one of them changes', () => {
  expect(rounds(checklist)).toEqual([checklist]);
});

test('calls that are in each other’s way are in different rounds, and none is lost', () => {
  const names = rounds(scenarios).map((round) => round.map(({ name }) => name));
  expect(names.flat().toSorted()).toEqual(scenarios.map(({ name }) => name).toSorted());
  const [first = []] = names;
  expect(first).toContain('Cancel processing order');
  expect(first).not.toContain('Cancel, then no');
});
