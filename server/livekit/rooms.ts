import type { PhoneCaller } from './phone-caller.ts';

/** An agent was asked into a room: has a worker taken the job, and is it still at it? */
export interface AgentDispatch {
  readonly id: string;
  readonly state: 'waiting' | 'taken' | 'over';
}

/** A room as LiveKit knows it now. */
export interface RoomView {
  /** Identities of the agents in it, ghosts of killed jobs included. */
  readonly agents: readonly string[];
  readonly dispatches: readonly AgentDispatch[];
  /** Where the call came in by telephone, once its caller is there. */
  readonly phoneCaller?: PhoneCaller;
}

/**
 * All that the server asks of LiveKit. Every method throws {@link RoomsUnavailableError} when LiveKit does not answer
 * within two seconds; a room, an agent or a dispatch that is gone already is no error.
 */
export interface Rooms {
  /** Makes the room of a call with the agent dispatched into it, so that the job is there before the visitor. */
  create(callId: string): Promise<void>;
  delete(callId: string): Promise<void>;
  /** Undefined when there is no such room. */
  look(callId: string): Promise<RoomView | undefined>;
  removeAgent(callId: string, identity: string): Promise<void>;
  dispatchAgent(callId: string): Promise<void>;
  withdrawDispatch(callId: string, dispatchId: string): Promise<void>;
}

export class RoomsUnavailableError extends Error {
  override readonly name = 'RoomsUnavailableError';

  constructor(cause: unknown) {
    super('LiveKit does not answer', { cause });
  }
}
