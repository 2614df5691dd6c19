import { expect, test } from 'vitest';
import { callInShort, type CallFacts } from './call-in-short-rule.ts';

const nothing: CallFacts = {
  endReason: 'goodbye',
  orderNumbers: [],
  hasAsked: false,
  hasLeftMessage: false,
  parts: [],
};

test.each<[Partial<CallFacts>, string]>([
  [{}, 'No order was verified. Ended with a goodbye.'],
  [{ orderNumbers: ['ORD-12345'] }, 'Verified ORD-12345. Heard how it stands. Ended with a goodbye.'],
  [
    {
      orderNumbers: ['ORD-10003', 'ORD-10021'],
      endReason: 'customer_left',
      parts: [
        { what: 'cancellation', order_number: 'ORD-10003', state: 'done' },
        { what: 'return', order_number: 'ORD-10021', state: 'handed_over' },
        { what: 'late_return', order_number: 'ORD-10021', state: 'pending' },
      ],
    },
    'Verified ORD-10003 and ORD-10021. Cancellation of ORD-10003: done. Return of ORD-10021: with the team. ' +
      'Request for a late return of ORD-10021: waits for a decision. The customer hung up.',
  ],
  [
    { hasAsked: true, hasLeftMessage: true, endReason: null },
    'No order was verified. Asked about the store. Left a message for the team. The call goes on.',
  ],
])('%j', (facts, told) => {
  expect(callInShort({ ...nothing, ...facts })).toBe(told);
});
