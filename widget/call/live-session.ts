import { CallSession } from './call-session.ts';
import type { CallSessionOptions } from './call-session-options.ts';
import { LiveKitRoom } from './livekit-room.ts';

/** A call over LiveKit. This file is the door to all media code: the shell loads it only when someone calls. */
export function createLiveSession(options: Omit<CallSessionOptions, 'createRoom'>): CallSession {
  return new CallSession({ ...options, createRoom: (listener) => new LiveKitRoom(listener) });
}
