import { faultsIn, type Scores, written } from './listen-for/listen-for.ts';
import type { CallMade } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import type { Verdict } from './verdict.ts';

/** What a scenario came to: a row of the table, and an entry of the JSON report. */
export interface Evaluation {
  readonly scenario: string;
  readonly passed: boolean;
  readonly faults: readonly string[];
  readonly scores: Scores;
  readonly turns: number;
  /** How long the caller waited for an answer: in writing for all of it, by voice for its first sound. */
  readonly medianMs: number;
  readonly slowestMs: number;
  /** Of the models by key, at the prices of the store's profile. */
  readonly costCents: number;
  readonly lines: CallMade['lines'];
}

export function evaluationOf(
  { name }: Scenario,
  { lines, costCents }: CallMade & { readonly costCents: number },
  { faults, scores }: Verdict,
): Evaluation {
  const waits = lines.flatMap(({ tookMs }) => tookMs ?? []).toSorted((one, other) => one - other);
  const all = [...faults, ...faultsIn(scores)];
  return {
    scenario: name,
    passed: all.length === 0,
    faults: all,
    scores,
    turns: lines.filter(({ who }) => who === 'caller').length,
    medianMs: waits[Math.floor(waits.length / 2)] ?? 0,
    slowestMs: waits.at(-1) ?? 0,
    costCents,
    lines,
  };
}

/** The row, and below it what was wrong; the conversation as well when it is asked for, or explains a failure. */
export function rowOf(evaluation: Evaluation, { isVerbose }: { isVerbose: boolean }): string {
  const { scenario, passed, faults, scores, turns, medianMs, slowestMs, costCents, lines } = evaluation;
  const cost = costCents === 0 ? '' : `, ${costCents.toFixed(2)} ¢`;
  const conversation = isVerbose || !passed ? lines.map(({ who, text }) => `${who}: ${text}`) : [];
  return [
    `${passed ? 'pass' : 'FAIL'}  ${scenario.padEnd(44)} ${String(turns).padStart(2)} turns, ` +
      `${medianMs} ms (slowest ${slowestMs})${cost}; ${written(scores)}`,
    ...[...faults, ...conversation].map((line) => `        ${line}`),
  ].join('\n');
}
