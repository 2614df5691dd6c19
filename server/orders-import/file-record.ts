/** One order as a file has it: in the words of the format, not yet checked. */
export interface FileRecord {
  /** The (first) row of a CSV file, or which order of a JSON file, counted from 1. */
  readonly record: number;
  readonly order: unknown;
  /** What is wrong with how it is written, if anything; then it is not looked into further. */
  readonly problem?: { readonly field: string | undefined; readonly problem: string };
}
