import type { AudioFrame } from '@livekit/rtc-node';

/** Something that understands speech. */
export interface Ears {
  readonly label: string;
  /** Somebody begins to speak. `onWords` is told what has been understood so far, by ears that know before the end. */
  listen: (onWords: (text: string) => void) => Listening;
}

/** One utterance, from its first sound on. */
export interface Listening {
  hear: (frame: AudioFrame) => void;
  /**
   * What has been said up to now. More may follow: it is asked at every pause, and aborted when the speech goes on.
   * Throws when it cannot be known.
   */
  transcribe: (signal: AbortSignal) => Promise<string>;
  close: () => void;
}
