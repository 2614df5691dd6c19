import type { StoreProfile } from '../store-profile/store-profile.ts';

export interface Attempt {
  /** Whether number and factor belong together. */
  readonly isMatch: boolean;
  /** Failed answers of this call so far. */
  readonly failuresInCall: number;
  /** Different wrong pairs of the last hour, whatever their call: by this caller, for this order, with this factor. */
  readonly failuresInHour: { readonly byOrigin: number; readonly ofOrder: number; readonly withFactor: number };
}

export type Verdict =
  | { readonly outcome: 'verified' }
  | {
      readonly outcome: 'failed';
      readonly attemptsLeft: number;
      /** The call has had its refusal already, and hears something else than that again. */
      readonly isAfterRefusal: boolean;
      /** A wrong pair counts across calls. One that was refused unseen does not: it told its caller nothing. */
      readonly isCounted: boolean;
    };

type Limits = Pick<StoreProfile['limits'], 'failed_lookups_per_call' | 'failed_lookups_per_hour'>;

/**
 * The identity rule (DESIGN §6): two failed answers lock the lookups of a call, ten wrong pairs an hour those of a caller,
 * an order or a factor. A lock looks exactly like a wrong pair, and a success in between forgives nothing.
 */
export function judgeAttempt({ isMatch, failuresInCall, failuresInHour }: Attempt, limits: Limits): Verdict {
  const isAfterRefusal = failuresInCall >= limits.failed_lookups_per_call;
  const isLocked =
    isAfterRefusal || Object.values(failuresInHour).some((failures) => failures >= limits.failed_lookups_per_hour);
  if (isMatch && !isLocked) return { outcome: 'verified' };
  return {
    outcome: 'failed',
    attemptsLeft: attemptsLeft(failuresInCall + 1, limits),
    isAfterRefusal,
    isCounted: !isMatch && !isLocked,
  };
}

/** Answers that may still be given in a call with so many failed ones. */
export const attemptsLeft = (failuresInCall: number, limits: Limits): number =>
  Math.max(0, limits.failed_lookups_per_call - failuresInCall);
