import { RoomAgentDispatch, RoomConfiguration } from '@livekit/protocol';
import { agentName } from '@orderline/contract/room.ts';

/** How long a room waits for its first participant, and after its last one has left: 60 s after a call all is gone. */
export const roomTimeouts = { emptyTimeout: 30, departureTimeout: 35 };
/** The customer, the agent, a person of the store, and room for one who returns before the old connection is noticed. */
export const maxParticipants = 6;

/** The rooms that livekit-sip makes: as ours are, with the agent dispatched. */
export const phoneRoomSettings = (): RoomConfiguration =>
  new RoomConfiguration({ ...roomTimeouts, maxParticipants, agents: [new RoomAgentDispatch({ agentName })] });
