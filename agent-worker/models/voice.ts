/** Something that can say a clause: samples as they come, mono. Throws when it cannot; stops at once on abort. */
export interface Voice {
  readonly label: string;
  readonly sampleRateHz: number;
  speak: (text: string, signal: AbortSignal) => AsyncIterable<Int16Array>;
}
