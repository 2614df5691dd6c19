import type { Scenario } from '../scenario.ts';

/**
 * Scenarios in rounds whose calls may be held at the same time: in none of them are two about an order that one of them
 * changes. Between rounds the orders are put back.
 */
export function rounds(scenarios: readonly Scenario[]): Scenario[][] {
  const all: Scenario[][] = [];
  for (const scenario of scenarios) {
    const round = all.find((others) => !others.some((other) => areInTheWay(scenario, other)));
    if (round) round.push(scenario);
    else all.push([scenario]);
  }
  return all;
}

const areInTheWay = (one: Scenario, other: Scenario) =>
  (changes(one) || changes(other)) && ordersOf(one).some((number) => ordersOf(other).includes(number));

const changes = ({ leaves = {} }: Scenario) =>
  (leaves.changes ?? leaves.escalations ?? []).length > 0 || (leaves.investigations ?? 0) > 0;

const ordersOf = ({ order, says, answers = [] }: Scenario): string[] =>
  [order?.number ?? '', says, ...answers.map(([, answer]) => answer)].join(' ').match(/ORD-\d+|#W\d+/g) ?? [];
