import { voice } from '@livekit/agents';
import { type RemoteParticipant, type Room, RoomEvent } from '@livekit/rtc-node';
import type { CallState } from './call-state.ts';
import type { HangUp } from './hang-up.ts';
import { sayAside } from './say-aside.ts';
import { Silence, type SilenceStep } from './silence.ts';

const askSilent: Record<CallState['channel'], Record<Exclude<SilenceStep, 'goodbye'>, string>> = {
  web: {
    asked: 'Are you still there?',
    'asked again': "I can't hear you. If you're still there, please say or type something.",
  },
  phone: {
    asked: 'Are you still there?',
    'asked again': "I can't hear you. If you're still there, please say something, or press a key.",
  },
};

/** Asks a caller who says nothing, and lets go of one who never does. Not while the page is being loaded again. */
export function watchSilence(
  call: CallState,
  { session, room, hangUp }: { session: voice.AgentSession; room: Room; hangUp: HangUp },
): Silence {
  const silence = new Silence({
    afterMs: call.profile.limits.silence_seconds * 1_000,
    onSilence: (step) => {
      if (call.phase !== 'talking') return;
      if (step === 'goodbye') void hangUp.afterGoodbye('silence', { isSaid: false });
      else sayAside({ aside: 'still_there', text: askSilent[call.channel][step] }, { session, call });
    },
  });
  session.on(voice.AgentSessionEventTypes.AgentStateChanged, ({ newState }) =>
    silence.setBusy('agent', newState === 'speaking' || newState === 'thinking'),
  );
  session.on(voice.AgentSessionEventTypes.UserStateChanged, ({ newState }) =>
    silence.setBusy('caller', newState === 'speaking'),
  );
  call.onWorking = (isWorking) => silence.setBusy('tool', isWorking);
  const onPresence = (isAway: boolean) => (participant: RemoteParticipant) => {
    if (participant.identity === call.customerIdentity) silence.setBusy('nobody there', isAway);
  };
  room.on(RoomEvent.ParticipantDisconnected, onPresence(true));
  room.on(RoomEvent.ParticipantConnected, onPresence(false));
  return silence;
}
