import fc from 'fast-check';
import { expect, test } from 'vitest';
import { erraticTurns } from './arbitrary-caller.ts';
import { hostileReplies } from './arbitrary-model.ts';
import { hostileCalls } from './hostile-calls.ts';

test('with a stranger who knows no order’s factor, a hostile model learns nothing and changes nothing', async () => {
  const tally = await hostileCalls(0.5, (tools, orders) =>
    fc.record({ replies: hostileReplies(tools, { own: undefined, all: orders }), turns: erraticTurns }),
  );
  expect(tally).toMatchObject({ proved: 0, changes: 0 });
  expect(tally.tools).toBeGreaterThan(tally.calls);
});
