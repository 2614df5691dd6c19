import type { CallSnapshot } from './call-snapshot.ts';
import type { Clock } from './clock.ts';
import type { CreateMediaRoom } from './media-room.ts';
import type { RequestMicrophone } from './microphone.ts';
import type { Visit } from './visit.ts';
import type { VisitMemory } from './visit-memory.ts';

/** What a call is made with: everything that reaches outside of it. */
export interface CallSessionOptions {
  visit: Visit;
  memory: VisitMemory;
  clock: Clock;
  createRoom: CreateMediaRoom;
  requestMicrophone: RequestMicrophone;
  onChange: (snapshot: CallSnapshot) => void;
}
