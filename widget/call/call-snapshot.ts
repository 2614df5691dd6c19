import type { TranscriptEntry } from '../transcript/transcript-entry.ts';
import type { CallState } from './call-state.ts';
import type { MicrophoneState } from './microphone.ts';

/** Everything about a call that is shown. */
export interface CallSnapshot {
  state: CallState;
  transcript: readonly TranscriptEntry[];
  microphone: MicrophoneState;
  isSoundBlocked: boolean;
  /** `false`: the agent understands typing only. `undefined`: not known yet. */
  hearsSpeech: boolean | undefined;
}

export const idleSnapshot: CallSnapshot = {
  state: { phase: 'idle' },
  transcript: [],
  microphone: { kind: 'off' },
  isSoundBlocked: false,
  hearsSpeech: undefined,
};
