/** One thing that a check found. `wrong` makes the check fail; `missing` is allowed, and costs what it says. */
export interface Finding {
  readonly is: 'fine' | 'wrong' | 'missing';
  /** What was looked at: "POST /lookup, wrong e-mail". */
  readonly what: string;
  /** What is wrong and what to do, or what the store's customers get from it. */
  readonly says: string;
}

export const fine = (what: string, says = 'as it should be'): Finding => ({ is: 'fine', what, says });
export const wrong = (what: string, says: string): Finding => ({ is: 'wrong', what, says });
export const missing = (what: string, says: string): Finding => ({ is: 'missing', what, says });
