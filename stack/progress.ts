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

/** Does a step; `moved` tells how far it is. May return what is worth knowing about the result, in a few words. */
export type StepWork = (moved: (detail: string) => void) => Promise<string | undefined>;

/** Reports `work` as one step with its beginning, its moves and its end. Throws what `work` throws. */
export async function reportStep(step: string, options: { report: ReportProgress; work: StepWork }): Promise<void> {
  const { report, work } = options;
  const beganAt = performance.now();
  report({ kind: 'step_began', step });
  try {
    const detail = await work((moved) => {
      report({ kind: 'step_moved', step, detail: moved });
    });
    report({ kind: 'step_done', step, detail: detail ?? '', tookMs: performance.now() - beganAt });
  } catch (error) {
    report({ kind: 'step_failed', step });
    throw error;
  }
}
