import { type llm, voice } from '@livekit/agents';
import type { CallState } from './call-state.ts';
import { markOf, noteOf } from './note-of.ts';

/** Stores what the agent has said, with the clerk's mark on it, and how long the customer waited for it. */
export function recordAgentTurns(session: voice.AgentSession, call: CallState, onNote: () => void): void {
  session.on(voice.AgentSessionEventTypes.AgentStateChanged, ({ newState }) => {
    if (newState !== 'speaking' || call.comingNote === undefined) return;
    call.lastNote = call.comingNote;
    call.comingNote = undefined;
    onNote();
  });
  session.on(voice.AgentSessionEventTypes.ConversationItemAdded, ({ item }) => {
    if (item.type !== 'message' || item.role !== 'assistant') return;
    call.lastNote = noteOf(item.extra);
    const note = clerkNoteOf(item);
    const mark = markOf(item.extra);
    call.confirmation.onSpoken(mark, { wasInterrupted: item.interrupted });
    call.events.add({
      kind: 'turn',
      id: item.id,
      role: 'agent',
      text: (item.textContent ?? '').slice(0, 4_000),
      by: 'voice',
      at: new Date(item.createdAt).toISOString(),
      ...(item.interrupted ? { was_interrupted: true } : {}),
      ...(mark.readsBack === undefined ? {} : { reads_back: mark.readsBack }),
      ...(note === undefined ? {} : { note }),
    });
    recordLatency(item, call);
    onNote();
  });
}

function clerkNoteOf({ extra }: llm.ChatMessage): Record<string, unknown> | undefined {
  const note = extra['clerk'];
  return typeof note === 'object' && note !== null ? (note as Record<string, unknown>) : undefined;
}

function recordLatency({ id, metrics }: llm.ChatMessage, call: CallState): void {
  const { turn } = call;
  if (turn === undefined || metrics.startedSpeakingAt === undefined) return;
  // For a spoken turn the wait begins with the last sound of it, which only the framework knows.
  const sinceTypedMs = metrics.startedSpeakingAt * 1_000 - turn.completedAtMs;
  const firstAudioMs = metrics.e2eLatency === undefined ? sinceTypedMs : metrics.e2eLatency * 1_000;
  call.turn = undefined;
  if (firstAudioMs < 0) return;
  call.events.add({
    kind: 'latency',
    id: `latency_${id}`.slice(0, 64),
    at: new Date().toISOString(),
    turn_id: turn.id,
    first_audio_ms: Math.round(firstAudioMs),
    ...(metrics.llmNodeTtft === undefined ? {} : { first_token_ms: Math.round(metrics.llmNodeTtft * 1_000) }),
  });
}
