import type { AppContext } from '../app-context.ts';
import type { RoomView } from '../livekit/rooms.ts';
import { countDispatch, lockQuietCalls } from './agent-presence-table.ts';
import { callsOpenedBefore } from './calls-table.ts';
import { endCall } from './end-call.ts';
import { needsAgent, startsOver } from './needs-agent-rule.ts';

const lookEveryMs = 500;
/**
 * After a start, or after a database that did not answer, nobody has refreshed anything for a while: jobs that live
 * get this long to show it.
 */
const graceMs = 3000;
const maximumCallMs = 4 * 60 * 60 * 1000;

interface QuietCall {
  readonly id: string;
  readonly dispatches: number;
}

/**
 * Gives every open call an agent: where a job died, or none came, another is dispatched into the same room, every two
 * seconds until one joins. Each server runs this loop; a call is taken by one of them at a time.
 */
export class KeepAgent {
  readonly #context: AppContext;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(context: AppContext) {
    this.#context = context;
  }

  start(): void {
    this.#lookIn(graceMs);
  }

  /** Resolves when what was being done is done. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#looking;
  }

  #lookIn(delayMs: number): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#look();
    }, delayMs);
  }

  async #look(): Promise<void> {
    const timer = this.#timer;
    let delayMs = lookEveryMs;
    try {
      await dispatchWhereNeeded(this.#context);
    } catch (error) {
      this.#context.log.warn({ err: error }, 'calls without an agent could not be looked for');
      delayMs = graceMs;
    }
    if (this.#timer === timer) this.#lookIn(delayMs);
  }
}

/** One look at the open calls. */
export async function dispatchWhereNeeded(context: AppContext): Promise<void> {
  const calls = await claimCallsWithoutAgent(context);
  const tooOld = await callsOpenedBefore(context.database, new Date(context.clock().getTime() - maximumCallMs));
  await Promise.all([
    ...calls.map((call) => replaceAgent(context, call)),
    ...tooOld.map((callId) => endCall(context, { callId, reason: 'room_closed' })),
  ]);
}

/** Counting the dispatch within the lock is what keeps a second server from making it as well. */
function claimCallsWithoutAgent({ database }: AppContext): Promise<QuietCall[]> {
  return database.transaction().execute(async (transaction) => {
    const needing = (await lockQuietCalls(transaction)).filter(needsAgent);
    if (needing.length === 0) return [];
    await countDispatch(
      transaction,
      needing.map(({ id }) => id),
    );
    return needing.map(({ id, dispatches }) => ({ id, dispatches: dispatches + 1 }));
  });
}

async function replaceAgent(context: AppContext, { id, dispatches }: QuietCall): Promise<void> {
  try {
    const room = await context.rooms.look(id);
    if (room === undefined) {
      await endCall(context, { callId: id, reason: 'room_closed' });
      return;
    }
    if (isOnItsWay(room) && !startsOver(dispatches)) return;
    context.log.info({ callId: id, dispatches }, 'dispatching an agent');
    await clearAgents(context, id, room);
    await context.rooms.dispatchAgent(id);
  } catch (error) {
    context.log.warn({ callId: id, err: error }, 'no agent dispatched');
  }
}

/** LiveKit tells who took a dispatch only after five seconds; the agent may be in the room by then. */
const isOnItsWay = ({ agents, dispatches }: RoomView) =>
  agents.length > 0 || dispatches.some(({ state }) => state === 'taken');

/** A killed job stays in its room as a ghost for about twenty seconds, and its dispatch counts as running. */
async function clearAgents({ rooms }: AppContext, callId: string, { agents, dispatches }: RoomView): Promise<void> {
  await Promise.all([
    ...agents.map((identity) => rooms.removeAgent(callId, identity)),
    ...dispatches.map(({ id }) => rooms.withdrawDispatch(callId, id)),
  ]);
}
