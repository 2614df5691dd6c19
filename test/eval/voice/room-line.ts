import { RoomCaller } from '../../support/room-caller.ts';
import type { CallerLine } from './caller-line.ts';

/** A visitor's microphone in a real room. */
export async function roomLine(serverUrl: string): Promise<CallerLine> {
  const caller = await RoomCaller.call(serverUrl);
  // Who has a microphone has it open from the beginning.
  await caller.openMicrophone();
  return {
    callId: () => Promise.resolve(caller.room.name),
    speak: async (words) => {
      await caller.speak(words);
    },
    type: (text) => caller.type(text),
    isSilent: (forMs) => caller.audio.silentForMs >= forMs,
    hangUp: () => caller.hangUp(),
  };
}
