import type { PhoneCaller } from '../../server/livekit/phone-caller.ts';
import { RoomsUnavailableError, type AgentDispatch, type Rooms, type RoomView } from '../../server/livekit/rooms.ts';

interface MemoryRoom {
  agents: string[];
  dispatches: AgentDispatch[];
  phoneCaller?: PhoneCaller;
}

/** LiveKit as far as the server asks it, with its rooms in memory: for tests of what the server decides. */
export class MemoryRooms implements Rooms {
  readonly rooms = new Map<string, MemoryRoom>();
  isAway = false;
  #dispatches = 0;

  async create(callId: string): Promise<void> {
    await this.#answer();
    this.rooms.set(callId, { agents: [], dispatches: [] });
    await this.dispatchAgent(callId);
  }

  async delete(callId: string): Promise<void> {
    await this.#answer();
    this.rooms.delete(callId);
  }

  async look(callId: string): Promise<RoomView | undefined> {
    await this.#answer();
    return structuredClone(this.rooms.get(callId));
  }

  async removeAgent(callId: string, identity: string): Promise<void> {
    await this.#answer();
    const room = this.#room(callId);
    room.agents = room.agents.filter((agent) => agent !== identity);
  }

  async dispatchAgent(callId: string): Promise<void> {
    await this.#answer();
    this.#dispatches += 1;
    this.#room(callId).dispatches.push({ id: `dispatch ${this.#dispatches}`, state: 'waiting' });
  }

  async withdrawDispatch(callId: string, dispatchId: string): Promise<void> {
    await this.#answer();
    const room = this.#room(callId);
    room.dispatches = room.dispatches.filter(({ id }) => id !== dispatchId);
  }

  #room(callId: string): MemoryRoom {
    const room = this.rooms.get(callId);
    if (room === undefined) throw new Error(`No room ${callId}`);
    return room;
  }

  #answer(): Promise<void> {
    return this.isAway ? Promise.reject(new RoomsUnavailableError('switched off')) : Promise.resolve();
  }
}
