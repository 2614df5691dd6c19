import type { ProblemError } from '../http/problem-response.ts';
import { problem } from '../http/problem-response.ts';
import type { Refusal } from './change-kind.ts';

/** A rule's no on the wire: 422 `refused`, or 409 `order_moved` where the order has changed since it was proposed. */
export const refusalProblem = (
  { reason, say, offers, rma }: Refusal,
  code: 'refused' | 'order_moved' = 'refused',
): ProblemError =>
  problem(code, {
    say,
    reason,
    ...(offers === undefined ? {} : { offers }),
    ...(rma === undefined ? {} : { rma }),
  });
