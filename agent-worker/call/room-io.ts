import { voice } from '@livekit/agents';
import type { Room } from '@livekit/rtc-node';
import type { OrderAgent } from '../order-agent.ts';
import { answerWritten } from './answer-written.ts';
import type { CallState } from './call-state.ts';
import { confirmTyped, typedTurn } from './typed-turn.ts';

/** Of the agent's voice that is on its way already when it is interrupted; less, and a busy machine stutters. */
const playedAheadMs = 50;

interface RoomIoOptions {
  session: voice.AgentSession;
  agent: OrderAgent;
  room: Room;
  call: CallState;
  hearsSpeech: boolean;
  sampleRateHz: number;
  onTurn: () => void;
}

/**
 * Starts the session in the room. The session itself is given no room: it would open its debug channel to the customer,
 * with every tool's arguments and the instructions (docs/decisions/0004-no-debug-channel.md). The order matters: the
 * room's input starts after the session has begun to start, and before it has started.
 */
export async function startInRoom({ session, agent, room, call, ...options }: RoomIoOptions): Promise<voice.RoomIO> {
  const io = new voice.RoomIO({
    agentSession: session,
    room,
    participant: call.customerIdentity,
    inputOptions: {
      audioEnabled: options.hearsSpeech,
      // A visitor who reloads the page comes back into the same conversation.
      closeOnDisconnect: false,
      textInputCallback: async (_session, typed) => {
        const turn = typedTurn(typed);
        const answer = answerWritten(turn, { session, call, onTurn: options.onTurn });
        await Promise.all([answer, confirmTyped(turn, { room, call })]);
      },
    },
    outputOptions: { audioSampleRate: options.sampleRateHz, queueSizeMs: playedAheadMs },
  });
  const started = session.start({ agent, record: false });
  io.start();
  await started;
  return io;
}
