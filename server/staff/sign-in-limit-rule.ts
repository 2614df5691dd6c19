/** Failed sign-ins of the last quarter of an hour; the oldest of each is the first to stop counting. */
export interface SignInFailures {
  readonly ofAccount: FailureCount;
  readonly fromOrigin: FailureCount;
  /** Of this account from this address. */
  readonly ofPair: FailureCount;
}

interface FailureCount {
  readonly count: number;
  readonly oldest: Date | undefined;
}

export type SignInVerdict =
  { readonly outcome: 'try' } | { readonly outcome: 'locked'; readonly retryAfterSeconds: number };

/** How long a failed sign-in counts. */
export const signInWindowMs = 15 * 60_000;

/**
 * One address has few guesses at an account, and few at all accounts together. The account itself bears more, so that
 * nobody locks its owner out from a single address, and no more than 100 an hour (OWASP ASVS 4.0, 2.2.1).
 */
const limits = { ofPair: 5, fromOrigin: 20, ofAccount: 25 } as const;

/** Whether a password may be tried now; if not, in how many seconds again. */
export function judgeSignIn(failures: SignInFailures, now: Date): SignInVerdict {
  const reached = (['ofPair', 'fromOrigin', 'ofAccount'] as const).filter(
    (kind) => failures[kind].count >= limits[kind],
  );
  if (reached.length === 0) return { outcome: 'try' };
  const waits = reached.map((kind) => (failures[kind].oldest ?? now).getTime() + signInWindowMs - now.getTime());
  return { outcome: 'locked', retryAfterSeconds: Math.max(1, Math.ceil(Math.max(...waits) / 1000)) };
}
