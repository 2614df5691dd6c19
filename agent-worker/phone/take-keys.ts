import { log, shortuuid, voice } from '@livekit/agents';
import { type RemoteParticipant, type Room, RoomEvent } from '@livekit/rtc-node';
import { answerWritten } from '../call/answer-written.ts';
import type { CallState } from '../call/call-state.ts';
import { askedIn } from '../models/call-models.ts';
import { KeyedDigits } from './keyed-digits.ts';
import { isWholeAnswer, type KeyedQuestion, meaningOfKeys } from './meaning-of-keys.ts';

interface KeypadOptions {
  session: voice.AgentSession;
  room: Room;
  call: CallState;
  /** The caller does something: told at every key. */
  onTurn: () => void;
}

/** Takes what the caller keys (RFC 4733) as turns like any other. Keys of anybody else in the room count for nothing. */
export function takeKeys({ session, room, call, onTurn }: KeypadOptions): void {
  const question = (): KeyedQuestion => ({
    asked: askedIn(call),
    isConfirming: call.confirmation.isAsking,
    orderNumberFormats: call.profile.order_number_formats,
  });
  const keys = new KeyedDigits({
    isWhole: (digits) => isWholeAnswer(digits, question()),
    onDone: (digits) => {
      const turn = { id: shortuuid('keyed_'), text: meaningOfKeys(digits, question()), by: 'keys' } as const;
      void answerWritten(turn, { session, call, onTurn });
    },
  });
  const onKey = (_code: number, key: string, sender: RemoteParticipant) => {
    if (sender.identity !== call.customerIdentity || call.phase !== 'talking') return;
    onTurn();
    hush(session);
    keys.press(key);
  };
  room.on(RoomEvent.DtmfReceived, onKey);
  session.on(voice.AgentSessionEventTypes.Close, () => {
    room.off(RoomEvent.DtmfReceived, onKey);
    keys.stop();
  });
}

/** Who keys has heard enough, as by a barge-in. */
function hush(session: voice.AgentSession): void {
  const onWords = (error: unknown) => log().debug({ error }, 'What is being said is said to its end');
  try {
    session.interrupt().await.catch(onWords);
  } catch (error) {
    onWords(error);
  }
}
