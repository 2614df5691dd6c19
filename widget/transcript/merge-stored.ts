import type { TranscriptResponse } from '@orderline/contract/visit.ts';
import type { Transcript, TranscriptEntry } from './transcript-entry.ts';

type Turn = TranscriptResponse['turns'][number];

/**
 * The server's record and what was seen live, as one conversation. The two name the same turn differently, so they
 * are matched by who said what. The record decides the order; what only the page knows (a turn still being spoken, a
 * message not sent) keeps its place after its neighbour.
 */
export function mergeStored(live: Transcript, turns: readonly Turn[]): Transcript {
  const unmatched = [...live];
  const merged: TranscriptEntry[] = turns.map((turn) => {
    const index = unmatched.findIndex((entry) => isSameTurn(entry, turn));
    const [match] = index === -1 ? [] : unmatched.splice(index, 1);
    const { id, role, text, at } = turn;
    return { id: match?.id ?? id, role, text, atMs: Date.parse(at), status: 'final' };
  });
  let place = unmatched.length === live.length ? merged.length : 0;
  for (const entry of live) {
    const index = merged.findIndex(({ id }) => id === entry.id);
    if (index === -1) merged.splice(place, 0, entry);
    place = index === -1 ? place + 1 : index + 1;
  }
  return merged;
}

/** An entry still growing, or one whose end was lost, is the beginning of what is stored. */
function isSameTurn(entry: TranscriptEntry, turn: Turn): boolean {
  if (entry.id === turn.id) return true;
  if (entry.role !== turn.role) return false;
  const [seen, stored] = [squeeze(entry.text), squeeze(turn.text)];
  return seen === stored || (entry.role === 'agent' && seen.length > 11 && stored.startsWith(seen));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
