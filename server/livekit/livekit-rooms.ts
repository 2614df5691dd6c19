import { JobStatus, ParticipantInfo_Kind, RoomAgentDispatch, type AgentDispatch as Dispatch } from '@livekit/protocol';
import { AgentDispatchClient, RoomServiceClient, ServerError } from 'livekit-server-sdk';
import { agentName } from '@orderline/contract/room.ts';
import type { Config } from '../config.ts';
import { phoneCallerIn } from './phone-caller.ts';
import { maxParticipants, roomTimeouts } from './room-settings.ts';
import { RoomsUnavailableError, type AgentDispatch, type Rooms, type RoomView } from './rooms.ts';

const requestTimeoutSeconds = 1.5;

/** The rooms of the LiveKit server that the configuration names. */
export class LiveKitRooms implements Rooms {
  readonly #rooms: RoomServiceClient;
  readonly #agents: AgentDispatchClient;

  constructor({ internalUrl, apiKey, apiSecret }: Config['livekit']) {
    const options = { requestTimeout: requestTimeoutSeconds, failover: false };
    this.#rooms = new RoomServiceClient(internalUrl, apiKey, apiSecret, options);
    this.#agents = new AgentDispatchClient(internalUrl, apiKey, apiSecret, options);
  }

  async create(callId: string): Promise<void> {
    await answered(
      this.#rooms.createRoom({
        name: callId,
        ...roomTimeouts,
        maxParticipants,
        agents: [new RoomAgentDispatch({ agentName, metadata: callId })],
      }),
    );
  }

  async delete(callId: string): Promise<void> {
    await answered(this.#rooms.deleteRoom(callId));
  }

  async look(callId: string): Promise<RoomView | undefined> {
    const [room] = (await answered(this.#rooms.listRooms([callId]))) ?? [];
    if (room === undefined) return undefined;
    const [participants, dispatches] = await Promise.all([
      answered(this.#rooms.listParticipants(callId)),
      answered(this.#agents.listDispatch(callId)),
    ]);
    const phoneCaller = phoneCallerIn(participants ?? []);
    return {
      agents: (participants ?? [])
        .filter(({ kind }) => kind === ParticipantInfo_Kind.AGENT)
        .map(({ identity }) => identity),
      dispatches: (dispatches ?? []).map((dispatch) => ({ id: dispatch.id, state: stateOf(dispatch) })),
      ...(phoneCaller === undefined ? {} : { phoneCaller }),
    };
  }

  async removeAgent(callId: string, identity: string): Promise<void> {
    await answered(this.#rooms.removeParticipant(callId, identity));
  }

  async dispatchAgent(callId: string): Promise<void> {
    await answered(this.#agents.createDispatch(callId, agentName, { metadata: callId }));
  }

  async withdrawDispatch(callId: string, dispatchId: string): Promise<void> {
    await answered(this.#agents.deleteDispatch(dispatchId, callId));
  }
}

/** What LiveKit answered; undefined where it says that the thing is not there, which is as good as done. */
async function answered<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return undefined;
    throw new RoomsUnavailableError(error);
  }
}

function stateOf({ state }: Dispatch): AgentDispatch['state'] {
  const jobs = (state?.jobs ?? []).map((job) => job.state?.status ?? JobStatus.JS_PENDING);
  if (jobs.length === 0) return 'waiting';
  return jobs.some((status) => status === JobStatus.JS_PENDING || status === JobStatus.JS_RUNNING) ? 'taken' : 'over';
}
