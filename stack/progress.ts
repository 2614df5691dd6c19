/** What a stack tells while it starts and runs; who shows it, and how, is the listener's business. */
export type Progress =
  | { kind: 'step_began'; step: string }
  | { kind: 'step_moved'; step: string; detail: string }
  | { kind: 'step_done'; step: string; detail: string; tookMs: number }
  | { kind: 'step_failed'; step: string }
  /** It did not fail itself: the start was given up. */
  | { kind: 'step_given_up'; step: string }
  | { kind: 'part_died'; part: string; reason: string; lastLines: readonly string[]; restartInMs: number }
  | { kind: 'part_back'; part: string }
  | { kind: 'line'; part: string; line: string };

export type ReportProgress = (progress: Progress) => void;

interface StepWork<Result> {
  report: ReportProgress;
  /** Does the step; `moved` tells how far it is. */
  work: (moved: (detail: string) => void) => Promise<Result>;
  /** What is worth knowing about the result, in a few words. */
  outcome?: (result: Result) => string;
}

/** Reports `work` as one step with its beginning, its moves and its end, and passes its result or its error on. */
export async function reportStep<Result>(step: string, { report, work, outcome }: StepWork<Result>): Promise<Result> {
  const beganAt = performance.now();
  report({ kind: 'step_began', step });
  try {
    const result = await work((detail) => {
      report({ kind: 'step_moved', step, detail });
    });
    report({ kind: 'step_done', step, detail: outcome?.(result) ?? '', tookMs: performance.now() - beganAt });
    return result;
  } catch (error) {
    report({ kind: 'step_failed', step });
    throw error;
  }
}
