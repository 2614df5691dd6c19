/** What is known of a call's agent; ages by the database's clock. */
export interface AgentPresence {
  /** How many jobs have joined the call so far. */
  readonly generation: number;
  /** Dispatches since the call was opened (its first included) or a job last joined. */
  readonly dispatches: number;
  /** Since it joined, or since the server that holds its command stream last said that it lives. */
  readonly sinceSeenMs: number | null;
  /** Since its command stream broke without an end of the call. */
  readonly sinceLostMs: number | null;
  readonly sinceDispatchMs: number;
}

/** Making the room dispatches the first agent, and a cold worker takes a while. */
const firstJoinMs = 4000;
const redispatchMs = 2000;
/** A worker whose connection broke opens the stream again within this. */
const reconnectMs = 700;
/**
 * Streams are refreshed every two seconds: this long without means that the server that held it is gone. A job that
 * has joined opens its stream within the same time, also on a busy machine.
 */
const unseenMs = 5000;

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

function isGone({ sinceSeenMs, sinceLostMs }: AgentPresence): boolean {
  return sinceLostMs === null ? (sinceSeenMs ?? Infinity) >= unseenMs : sinceLostMs >= reconnectMs;
}

/** Every so many dispatches even one that a worker has taken counts as lost. */
const startOverEvery = 4;

/**
 * Is the room cleared though an agent seems to be on its way to the call? A slow worker must not have its job withdrawn
 * every two seconds, and one that died with it must not hold up the call for long: the first dispatch after a job was
 * lost, and every fourth after it, starts over.
 */
export const startsOver = (dispatches: number): boolean => dispatches % startOverEvery === 1;
