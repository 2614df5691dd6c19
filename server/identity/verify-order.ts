import type { LookupRequest, LookupResponse } from '@orderline/contract/order.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { lookupView } from '../orders/order-view.ts';
import type { OrderPair } from '../store/store-connector.ts';
import { canonicalOrderNumber } from '../store-profile/order-number-format.ts';
import { sayPhrase } from '../store-profile/say-phrase.ts';
import type { StoreProfile } from '../store-profile/store-profile.ts';
import { askStore } from './ask-store.ts';
import { judgeAttempt, type Verdict } from './attempt-limit-rule.ts';
import { alarmOnManyFailures } from './failure-alarm.ts';
import { countFailures, insertFailure, lockAttempts } from './failed-lookups-table.ts';
import { lookupKeys } from './lookup-keys.ts';
import { sealFactor } from './sealed-factor.ts';
import { insertVerifiedOrder } from './verified-orders-table.ts';

const hourMs = 3_600_000;

export interface VerifyingCall {
  readonly id: string;
  readonly origin_key: string;
}

/**
 * Proves an order to a call, by its number and the e-mail or phone on it (DESIGN §6, identity). Throws 400 `malformed`,
 * which costs nothing, for a number of none of the store's formats; 404 `verification_failed`, the same whether the order
 * is unknown, the factor wrong or the caller locked; 503 `unavailable`, which costs nothing either.
 */
export async function verifyOrder(
  context: AppContext,
  call: VerifyingCall,
  { order_number, verification }: LookupRequest,
): Promise<LookupResponse> {
  const profile = context.profile();
  const orderNumber = canonicalOrderNumber(profile.order_number_formats, order_number);
  if (orderNumber === undefined) {
    throw problem('malformed', { detail: `body.order_number: order numbers look like ${formatsOf(profile)}` });
  }
  const pair: OrderPair = { orderNumber, factor: verification };
  // Asked before the limits are looked at, and also when they will refuse: a lock takes the time of a wrong pair.
  const order = await askStore(context, pair);
  const verdict = await settle(context, call, { pair, isMatch: order !== undefined });
  if (verdict.outcome === 'verified' && order !== undefined) {
    return lookupView(order, { profile, now: context.clock() });
  }

  await alarmOnManyFailures(context);
  const attemptsLeft = verdict.outcome === 'failed' ? verdict.attemptsLeft : 0;
  throw problem('verification_failed', { attemptsLeft, say: sayPhrase(profile, refusalOf(verdict, profile)) });
}

/** The same for everyone who failed as often, whatever the order. */
function refusalOf(verdict: Verdict, { phrases }: StoreProfile): string {
  if (verdict.outcome === 'failed' && verdict.isAfterRefusal) return phrases.verification_locked;
  const mayTryAgain = verdict.outcome === 'failed' && verdict.attemptsLeft > 0;
  return mayTryAgain ? phrases.verification_failed : phrases.verification_refused;
}

/** Judges and records an attempt; those that share a limit take turns. */
async function settle(
  { database, clock, config, profile }: AppContext,
  call: VerifyingCall,
  { pair, isMatch }: { pair: OrderPair; isMatch: boolean },
): Promise<Verdict> {
  const { limits } = profile();
  const attempted = { callId: call.id, ...lookupKeys(config.tokenSecret, pair, call.origin_key) };
  const at = clock();
  return database.transaction().execute(async (transaction) => {
    await lockAttempts(transaction, attempted, isMatch ? 'shared' : 'exclusive');
    const { inCall, ...inHour } = await countFailures(transaction, attempted, new Date(at.getTime() - hourMs));
    const verdict = judgeAttempt({ isMatch, failuresInCall: inCall, failuresInHour: inHour }, limits);
    if (verdict.outcome === 'failed') {
      await insertFailure(transaction, attempted, { isCounted: verdict.isCounted, at });
      return verdict;
    }
    const { orderNumber, factor } = pair;
    const sealedFactor = sealFactor({ secret: config.tokenSecret, callId: call.id, orderNumber }, factor);
    await insertVerifiedOrder(transaction, { callId: call.id, orderNumber, sealedFactor, at });
    return verdict;
  });
}

const formatsOf = ({ order_number_formats }: { order_number_formats: readonly string[] }) =>
  order_number_formats.join(' or ');
