import { agentTurns, customerSaid, type HeardCall } from './heard-call.ts';
import type { OrderFacts } from './order-facts.ts';
import { type Score, scoreOf } from './score.ts';

/** "Does the agent always verify before sharing details?" */
export function verificationFlow(call: HeardCall): Score {
  const unproved = agentTurns(call).flatMap(({ text, at }) =>
    call.orders
      .filter((order) => at < provedAt(call, order))
      .map((order) => ({
        text,
        order,
        said: customerSaid(call, at),
        isKnown: call.orders.some((other) => at > provedAt(call, other)),
      })),
  );
  const faults = unproved.flatMap(({ text, order, said, isKnown }) => {
    const told = secretsOf(order).filter((secret) => text.includes(secret) && !said.includes(secret));
    // Of which order it is, nobody can tell once another one is known.
    const state = isKnown ? null : isState.exec(text);
    const secrets = [...told, ...(state ? [state[0]] : [])];
    return secrets.length === 0 ? [] : [`told "${secrets.join('", "')}" of ${order.number} before it was verified`];
  });
  return scoreOf(unproved.length, faults);
}

/** Said of an order, and not of orders as such. */
const isState =
  /\b(?:your|that|the) order (?:has (?:already )?|was |is (?:currently )?)?(?:shipped|delivered|cancelled|being prepared|refunded|on hold|on its way)\b/i;

const secretsOf = ({ dates, prices, carriers, codes, names }: OrderFacts) => [
  ...[dates, prices, carriers, codes, names].flatMap((facts) => [...facts]),
];

/** The place in the call at which the order was looked up with what proves it. */
function provedAt({ items }: HeardCall, { number }: OrderFacts): number {
  const at = items.findIndex(
    (item) =>
      item.kind === 'tool_call' && item.name === 'order_lookup' && !item.is_error && item.output.includes(number),
  );
  return at < 0 ? items.length : at;
}
