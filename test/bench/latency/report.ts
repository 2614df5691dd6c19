import type { AnsweredTurn } from './measure.ts';

/** The table of one subject's figures, in milliseconds. */
export function report(name: string, answered: readonly AnsweredTurn[], bargeIns: readonly number[]): string {
  const steps: [string, (turn: AnsweredTurn) => number][] = [
    ['end of speech → transcription asked for', (turn) => turn.transcriptionAskedMs],
    ['transcription asked for → model asked', (turn) => turn.modelAskedMs - turn.transcriptionAskedMs],
    ['model asked → voice asked', (turn) => turn.voiceAskedMs - turn.modelAskedMs],
    ['voice asked → first sound heard', (turn) => turn.heardMs - turn.voiceAskedMs],
    ['end of speech → first sound heard', (turn) => turn.heardMs],
  ];
  const lines = steps.map(([step, of]) => line(step, answered.map(of)));
  return [`\n${name}`, ...lines, line('barge-in → last sound heard', bargeIns), ''].join('\n');
}

function line(step: string, values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => String(Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? NaN)).padStart(5);
  return `  ${step.padEnd(42)} p50 ${at(0.5)}   p95 ${at(0.95)}`;
}
