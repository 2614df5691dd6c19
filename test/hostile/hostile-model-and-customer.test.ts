import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreeableTurns, erraticTurns } from './arbitrary-caller.ts';
import { hostileReplies } from './arbitrary-model.ts';
import { hostileCalls } from './hostile-calls.ts';

test('with a customer who proves an order, a hostile model changes only what was read back and agreed to', async () => {
  const tally = await hostileCalls(0.5, (tools, orders) =>
    fc.constantFrom(...orders).chain((own) =>
      fc.record({
        replies: hostileReplies(tools, { own, all: orders }),
        turns: fc.oneof({ weight: 3, arbitrary: agreeableTurns }, erraticTurns),
      }),
    ),
  );
  expect(tally.proved).toBeGreaterThan(tally.calls / 3);
  expect(tally.changes).toBeGreaterThan(tally.calls / 50);
});
