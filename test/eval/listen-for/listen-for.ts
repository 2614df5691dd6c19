import { dataAccuracy } from './data-accuracy.ts';
import { empathy } from './empathy.ts';
import type { HeardCall } from './heard-call.ts';
import { naturalDelivery } from './natural-delivery.ts';
import type { Score } from './score.ts';
import { verificationFlow } from './verification-flow.ts';

/** The specification's "What to Listen For", a judgement each. */
const lines = {
  verification: verificationFlow,
  accuracy: dataAccuracy,
  delivery: naturalDelivery,
  empathy,
} satisfies Record<string, (call: HeardCall) => Score>;
export type Scores = Readonly<Record<keyof typeof lines, Score>>;

export function listenFor(call: HeardCall): Scores {
  return {
    verification: lines.verification(call),
    accuracy: lines.accuracy(call),
    delivery: lines.delivery(call),
    empathy: lines.empathy(call),
  };
}

/** What was wrong, under the line that it is of. */
export const faultsIn = (scores: Scores): string[] =>
  Object.entries(scores).flatMap(([line, { faults }]) => faults.map((fault) => `${line}: ${fault}`));

/** "verification 3/3, accuracy 14/14, delivery 6/6": an empathy that nothing asked for is left out. */
export const written = (scores: Scores): string =>
  Object.entries(scores)
    .flatMap(([line, { right, of }]) => (of === 0 ? [] : [`${line} ${right}/${of}`]))
    .join(', ');
