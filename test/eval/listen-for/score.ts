/** How often something was as it should be, of the times that it mattered; and each time that it was not. */
export interface Score {
  readonly of: number;
  readonly right: number;
  readonly faults: readonly string[];
}

/** @param faults one for each of the `of` that was wrong, or several */
export function scoreOf(of: number, faults: readonly string[]): Score {
  return { of, right: Math.max(0, of - faults.length), faults };
}
