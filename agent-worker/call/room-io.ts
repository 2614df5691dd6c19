import { log, shortuuid, voice } from '@livekit/agents';
import type { Room } from '@livekit/rtc-node';
import type { OrderAgent } from '../order-agent.ts';
import type { CallState } from './call-state.ts';
import { settleSpeech } from './settle-speech.ts';
import { customerMessage, takeTurn } from './take-turn.ts';

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
      textInputCallback: async (_session, { text }) => {
        await answerTyped(text, { session, call, onTurn: options.onTurn });
      },
    },
    outputOptions: { audioSampleRate: options.sampleRateHz },
  });
  const started = session.start({ agent, record: false });
  io.start();
  await started;
  return io;
}

/** Typed words are a turn like any other, and stop what is being said. */
async function answerTyped(
  typed: string,
  { session, call, onTurn }: Pick<RoomIoOptions, 'session' | 'call' | 'onTurn'>,
): Promise<void> {
  const id = shortuuid('typed_');
  const text = takeTurn({ id, text: typed, by: 'text' }, call);
  if (text === undefined) return;
  onTurn();
  try {
    await settleSpeech(session.interrupt().await);
  } catch (error) {
    log().debug({ error }, 'What is being said is said to its end');
  }
  call.confirmation.hear({ id, text, by: 'text' });
  session.generateReply({ userInput: customerMessage({ id, text, by: 'text' }) });
}
