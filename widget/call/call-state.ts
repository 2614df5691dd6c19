import type { CallErrorReason } from './call-error.ts';

/** Where the call is; the whole panel is drawn from this. */
export type CallState =
  | { phase: 'idle' }
  /** The browser shows its own microphone prompt. */
  | { phase: 'asking-microphone' }
  | { phase: 'connecting' }
  | { phase: 'waiting-for-agent' }
  | { phase: 'listening' }
  | { phase: 'thinking' }
  | { phase: 'speaking' }
  | { phase: 'reconnecting'; lost: 'connection' | 'agent' }
  /** A newer tab of the same visitor has taken the call over. */
  | { phase: 'moved' }
  | { phase: 'no-agent' }
  | { phase: 'ended'; by: 'visitor' | 'agent' }
  | { phase: 'failed'; reason: CallErrorReason; retryAtMs?: number };

export type CallPhase = CallState['phase'];

const livePhases: ReadonlySet<CallPhase> = new Set<CallPhase>([
  'asking-microphone',
  'connecting',
  'waiting-for-agent',
  'listening',
  'thinking',
  'speaking',
  'reconnecting',
  'no-agent',
]);

/** Whether there is a call to come back to and to hang up. */
export function isOnCall(state: CallState): boolean {
  return livePhases.has(state.phase);
}
