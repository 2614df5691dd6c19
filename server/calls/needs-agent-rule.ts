/** What is known of a call's agent; ages by the database's clock. */
export interface AgentPresence {
  /** How many jobs have joined the call so far. */
  readonly generation: number;
  /** Dispatches since the call was opened (its first included) or a job last joined. */
  readonly dispatches: number;
  /** The newest job's command stream is open, as far as anyone has noticed. */
  readonly hasStream: boolean;
  readonly sinceSeenMs: number | null;
  readonly sinceLostMs: number | null;
  readonly sinceDispatchMs: number;
}

/** Making the room dispatches the first agent, and a cold worker takes a while. */
const firstJoinMs = 4000;
const redispatchMs = 2000;
/** A worker whose connection broke opens the stream again within this. */
const reconnectMs = 700;
/** From the answer to `join` to the stream that the job opens next. */
const openStreamMs = 2500;
/** The server that held the stream refreshes it every two seconds: this long without means that server is gone. */
const refreshMs = 5000;

/**
 * Does an open call need another agent now? A killed job must be replaced within 8 s (DESIGN §8), so each wait is as
 * short as what it waits for allows.
 */
export function needsAgent(presence: AgentPresence): boolean {
  const { generation, dispatches, sinceDispatchMs } = presence;
  if (generation === 0) return sinceDispatchMs >= (dispatches <= 1 ? firstJoinMs : redispatchMs);
  if (dispatches > 0 && sinceDispatchMs < redispatchMs) return false;
  return isGone(presence);
}

function isGone({ hasStream, sinceSeenMs, sinceLostMs }: AgentPresence): boolean {
  if (sinceLostMs !== null) return sinceLostMs >= reconnectMs;
  return (sinceSeenMs ?? Infinity) >= (hasStream ? refreshMs : openStreamMs);
}

/** Every so many dispatches even one that a worker took counts as lost. */
const startOverEvery = 4;

/**
 * May what is in the room stay, when a worker has taken the dispatch but not joined the call yet? A slow worker must
 * not have its job withdrawn every two seconds, and one that died with it must not hold up the call for long: the
 * first dispatch after a job was lost, and every fourth after it, clears the room.
 */
export const startsOver = (dispatches: number): boolean => dispatches % startOverEvery === 1;
