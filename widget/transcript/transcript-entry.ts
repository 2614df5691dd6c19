/** One turn as shown. `interim`: still being said. `sending`, `failed`: typed, and not with the agent (yet). */
export interface TranscriptEntry {
  id: string;
  role: 'customer' | 'agent';
  text: string;
  atMs: number;
  status: 'interim' | 'final' | 'sending' | 'failed';
}

export type Transcript = readonly TranscriptEntry[];
