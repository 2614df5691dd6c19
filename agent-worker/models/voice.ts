/**
 * Something that can say a clause: samples as they come, mono. Throws when it cannot; stops at once on abort. Its own pace
 * is 1, and half of that takes twice as long.
 */
export interface Voice {
  readonly label: string;
  readonly sampleRateHz: number;
  speak: (text: string, signal: AbortSignal, pace?: number) => AsyncIterable<Int16Array>;
}
