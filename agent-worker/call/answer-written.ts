import { log, type voice } from '@livekit/agents';
import type { CallState } from './call-state.ts';
import type { IncomingTurn } from './incoming-turn.ts';
import { settleSpeech } from './settle-speech.ts';
import { customerMessage, takeTurn } from './take-turn.ts';

interface Conversation {
  session: voice.AgentSession;
  call: CallState;
  /** Told when there is something to answer. */
  onTurn: () => void;
}

/**
 * Typed or keyed, a turn is like any other, and stops what is being said.
 * @returns the reply to it; undefined when there is nothing to answer
 */
export async function answerWritten(
  turn: IncomingTurn,
  { session, call, onTurn }: Conversation,
): Promise<voice.SpeechHandle | undefined> {
  const text = takeTurn(turn, call);
  if (text === undefined) return undefined;
  onTurn();
  try {
    await settleSpeech(session.interrupt().await);
  } catch (error) {
    log().debug({ error }, 'What is being said is said to its end');
  }
  const taken = { ...turn, text };
  call.confirmation.hear(taken);
  return session.generateReply({ userInput: customerMessage(taken) });
}
