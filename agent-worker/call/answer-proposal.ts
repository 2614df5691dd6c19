import { setTimeout as delay } from 'node:timers/promises';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import type { EventQueue } from '../server-api/event-queue.ts';
import type { OrderDesk } from '../server-api/order-desk.ts';
import { isServerError } from '../server-api/server-error.ts';
import type { IncomingTurn } from './incoming-turn.ts';

/** The server counts only a turn that it has stored. */
const storeWithinMs = 3_000;
/** What was agreed to is kept for minutes; repeating is harmless, for a proposal is carried out once. */
const retryPausesMs = [400, 1_000, 2_000, 4_000, ...Array<number>(20).fill(8_000)];

export interface AnsweredProposal {
  readonly proposalId: string;
  /** Where a yes also agrees to be texted: the read-back said that a text comes. */
  readonly textsFor: string | undefined;
  readonly turn: IncomingTurn;
}

/** What answering a proposal takes. */
export interface ProposalMeans {
  readonly desk: Pick<OrderDesk, 'accept' | 'decline' | 'answerTexting'>;
  readonly events: Pick<EventQueue, 'stored'>;
  readonly phrases: AgentProfile['phrases'];
  readonly pause?: (ms: number) => Promise<void>;
}

/** So long a caller waits at most; what was agreed goes on without them (ROBUSTNESS, fault 7). */
const tellWithinMs = 8_000;

/**
 * Has a confirmed change carried out. Resolves to what came of it, in the server's words, whatever happens; never rejects.
 */
export async function acceptProposal(
  { proposalId, textsFor, turn }: AnsweredProposal,
  { desk, events, phrases, pause = delay }: ProposalMeans,
): Promise<string> {
  let isStored = false;
  const stored = events.stored().then(() => (isStored = true));
  await Promise.race([stored, pause(storeWithinMs)]);
  if (textsFor !== undefined) {
    const consent = { answer: 'yes', turn_id: turn.id } as const;
    // Without it the message goes by e-mail, and the server says so.
    await desk.answerTexting({ orderNumber: textsFor }, consent).catch(() => undefined);
  }
  for (const pauseMs of [...retryPausesMs, undefined]) {
    const wasStored = isStored;
    try {
      const answer = await desk.accept(proposalId, { turn_id: turn.id, by: turn.by });
      if (answer.outcome === 'ok') return answer.value.say;
      // A server that was away is back before the turn has reached it.
      const isTooEarly = answer.problem.code === 'not_confirmed' && !wasStored;
      if (!isTooEarly) return answer.problem.say ?? phrases.trouble;
    } catch (error) {
      if (isServerError(error) && error.reason === 'superseded') break;
    }
    if (pauseMs !== undefined) await pause(pauseMs);
  }
  return phrases.change_unknown;
}

/** What the caller hears of it: what came of it, or after eight seconds that a message will tell. */
export const toldInTime = (outcome: Promise<string>, { change_unknown }: AgentProfile['phrases']): Promise<string> =>
  Promise.race([outcome, delay(tellWithinMs, change_unknown, { ref: false })]);

/** A proposal that is not declined in time expires by itself. */
export async function declineProposal(proposalId: string, { desk, phrases }: ProposalMeans): Promise<string> {
  void desk.decline(proposalId).catch(() => undefined);
  return Promise.resolve(phrases.change_declined);
}
