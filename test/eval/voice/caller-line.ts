/** What a caller holds in their hand, whatever the agent is reached by. */
export interface CallerLine {
  /** The call as the server knows it; undefined while it is still being opened. */
  readonly callId: () => Promise<string | undefined>;
  /** Resolves when the last sound has left. */
  readonly speak: (words: string) => Promise<void>;
  /** Only a telephone has keys. */
  readonly key?: (keys: string) => Promise<void>;
  /** Only a page can be written in. */
  readonly type?: (text: string) => Promise<void>;
  /** Nothing has been heard of the agent for so long. */
  readonly isSilent: (forMs: number) => boolean;
  readonly hangUp: () => Promise<void>;
}
