/** What was understood of one thing that a caller says: an order number, an address. */
export type Heard =
  | { status: 'heard'; value: string }
  /** More than one reading, in the order in which they were said or are likely. */
  | { status: 'ambiguous'; candidates: string[] }
  /** Part of it was there: worth asking for the rest. */
  | { status: 'incomplete' }
  | { status: 'none' };

/** The answer for the readings found; `otherwise` where there are none. */
export function heardOf(readings: readonly string[], otherwise: 'incomplete' | 'none'): Heard {
  const candidates = [...new Set(readings)];
  const [value] = candidates;
  if (value === undefined) return { status: otherwise };
  return candidates.length === 1 ? { status: 'heard', value } : { status: 'ambiguous', candidates };
}
