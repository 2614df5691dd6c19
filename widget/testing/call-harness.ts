import { CallSession } from '../call/call-session.ts';
import type { CallPhase, CallState } from '../call/call-state.ts';
import type { AgentPresence } from '../call/media-room.ts';
import type { MicrophoneAnswer } from '../call/microphone.ts';
import { Visit } from '../call/visit.ts';
import type { RememberedVisit, VisitMemory } from '../call/visit-memory.ts';
import { ManualClock } from './manual-clock.ts';
import { ScriptedRooms } from './scripted-room.ts';
import { ScriptedServer } from './scripted-server.ts';

export const listening: AgentPresence = { state: 'listening', hearsSpeech: true };
export const byTyping = { withMicrophone: false };
export const bySpeaking = { withMicrophone: true };

class NoteBook implements VisitMemory {
  note: Partial<RememberedVisit> | undefined;

  load(): undefined {
    return undefined;
  }

  keep(part: Partial<RememberedVisit>): void {
    this.note = { ...this.note, ...part };
  }

  forget(): void {
    this.note = undefined;
  }
}

/** One call with everything around it in a test's hand. */
export class CallHarness {
  readonly clock = new ManualClock();
  readonly rooms = new ScriptedRooms();
  readonly server = new ScriptedServer();
  readonly memory = new NoteBook();
  /** Every phase the call went through, in order. */
  readonly phases: CallPhase[] = [];
  /** The visitor's answer to the microphone prompt. */
  readonly microphone = Promise.withResolvers<MicrophoneAnswer>();
  readonly session = new CallSession({
    visit: new Visit(new URL('https://orders.example/'), { fetch: this.server.fetch, clock: this.clock }),
    memory: this.memory,
    clock: this.clock,
    createRoom: this.rooms.create,
    requestMicrophone: () => this.microphone.promise,
    onChange: ({ state }) => {
      if (this.phases.at(-1) !== state.phase) this.phases.push(state.phase);
    },
  });

  get state(): CallState {
    return this.session.snapshot.state;
  }

  /** Typing to an agent that listens. */
  async beOnCall(): Promise<void> {
    await this.session.start(byTyping);
    this.rooms.last.tell.onAgent(listening);
  }
}

/** Node has no media: a track is as much of one as a call touches. */
export function fakeTrack(): MediaStreamTrack {
  const track = Object.assign(new EventTarget(), { readyState: 'live', stop: () => void (track.readyState = 'ended') });
  return track as unknown as MediaStreamTrack;
}
