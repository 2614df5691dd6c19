/** Why something of the file is not imported. Values are never repeated: they may be personal. */
export interface ImportProblem {
  /** The row of a CSV file, or which order of a JSON file, counted from 1. */
  readonly record: number;
  readonly orderNumber: string | undefined;
  /** "items[2].price"; undefined for the order as a whole. */
  readonly field: string | undefined;
  /** What is wrong, and what is expected. */
  readonly problem: string;
}

/** The file cannot be imported at all; the message says why and what to do. */
export class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError';
}
