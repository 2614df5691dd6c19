import { expect, test } from 'vitest';
import { cutoffsAt } from './retention-rule.ts';

const retention = { transcript_days: 30, call_facts_months: 13 };

test('keeps transcripts for thirty days and call facts for thirteen months', () => {
  const cutoffs = cutoffsAt(new Date('2026-03-08T15:30:00Z'), retention);
  expect(cutoffs.transcripts).toEqual(new Date('2026-02-06T15:30:00Z'));
  expect(cutoffs.callFacts).toEqual(new Date('2025-02-08T15:30:00Z'));
});

test.each([
  ['2026-03-31T12:00:00Z', 1, '2026-02-28T12:00:00Z'],
  ['2024-03-31T12:00:00Z', 1, '2024-02-29T12:00:00Z'],
  ['2026-01-15T00:00:00Z', 13, '2024-12-15T00:00:00Z'],
])('%s less %d months is %s', (now, call_facts_months, before) => {
  expect(cutoffsAt(new Date(now), { ...retention, call_facts_months }).callFacts).toEqual(new Date(before));
});
