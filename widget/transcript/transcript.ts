import type { TranscriptResponse } from '@orderline/contract/visit.ts';
import type { SpeechSegment } from '../call/media-room.ts';
import { mergeStored } from './merge-stored.ts';
import type { Transcript, TranscriptEntry } from './transcript-entry.ts';

export type TranscriptChange =
  | { kind: 'spoken'; segment: SpeechSegment; atMs: number }
  | { kind: 'typed'; id: string; text: string; atMs: number }
  | { kind: 'sending' | 'sent' | 'failed'; id: string }
  /** The server's record, after a reload or a gap. */
  | { kind: 'stored'; turns: TranscriptResponse['turns'] };

/** The transcript after one change; the given one is left as it was. */
export function changeTranscript(transcript: Transcript, change: TranscriptChange): Transcript {
  switch (change.kind) {
    case 'spoken':
      return speak(transcript, change.segment, change.atMs);
    case 'typed':
      return [
        ...transcript,
        { id: change.id, role: 'customer', text: change.text, atMs: change.atMs, status: 'sending' },
      ];
    case 'sending':
    case 'sent':
    case 'failed': {
      const status = change.kind === 'sent' ? 'final' : change.kind;
      return transcript.map((entry) => (entry.id === change.id ? { ...entry, status } : entry));
    }
    case 'stored':
      return mergeStored(transcript, change.turns);
  }
}

function speak(transcript: Transcript, segment: SpeechSegment, atMs: number): Transcript {
  const known = transcript.find((entry) => entry.id === segment.id);
  if (known === undefined) {
    if (segment.text.trim() === '') return transcript;
    const { id, role, text } = segment;
    return [...transcript, { id, role, text, atMs, status: segment.isFinal ? 'final' : 'interim' }];
  }
  // Streams of one segment may overtake each other: what is final stays.
  if (known.status === 'final') return transcript;
  const changed: TranscriptEntry = { ...known, text: segment.text, status: segment.isFinal ? 'final' : 'interim' };
  return transcript.map((entry) => (entry === known ? changed : entry));
}
