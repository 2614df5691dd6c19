import { createHmac } from 'node:crypto';
import type { AppContext } from '../app-context.ts';
import { originKeyOf } from '../calls/origin-key.ts';
import { problem } from '../http/problem-response.ts';
import { countSignInFailures, insertSignInFailure, lockSignIns } from './sign-in-failures-table.ts';
import { judgeSignIn, signInWindowMs } from './sign-in-limit-rule.ts';

/**
 * Counts an attempt at the password of `account` as failed before it is looked at, so that parallel ones cannot all slip
 * under a limit. Returns the id by which one that turns out right is taken back (`deleteSignInFailure`). Throws 429
 * `too_many_requests` with the seconds to wait.
 */
export async function countAttempt(
  { database, clock, config }: AppContext,
  { account, ip }: { account: string; ip: string },
): Promise<string> {
  const now = clock();
  const keys = {
    accountKey: accountKeyOf(config.tokenSecret, account),
    originKey: originKeyOf(config.tokenSecret, ip),
  };
  return database.transaction().execute(async (transaction) => {
    await lockSignIns(transaction, keys);
    const since = new Date(now.getTime() - signInWindowMs);
    const verdict = judgeSignIn(await countSignInFailures(transaction, keys, since), now);
    if (verdict.outcome === 'locked') {
      throw problem('too_many_requests', {
        detail: 'Too many wrong passwords: wait, then try again',
        retryAfterSeconds: verdict.retryAfterSeconds,
      });
    }
    return insertSignInFailure(transaction, keys, now);
  });
}

/** Whoever types a password where the name belongs does not leave it in the database. */
const accountKeyOf = (secret: string, account: string) =>
  createHmac('sha256', secret).update(`staff ${account}`).digest('base64url');
