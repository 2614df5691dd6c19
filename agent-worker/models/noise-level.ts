/** Speech is this loud, of what is said and the pauses in it; noise is what the quietest part has. */
const speechShare = 0.9;
const noiseShare = 0.1;
const frameMs = 20;
/** Shorter than this has no part without speech in it. */
const fewestFrames = 25;

/**
 * How far speech stands above the noise around it, in decibels, by its loudest and quietest 20 ms; undefined for
 * something too short.
 */
export function speechAboveNoiseDb(samples: Int16Array, sampleRateHz: number): number | undefined {
  const length = (sampleRateHz * frameMs) / 1_000;
  const powers: number[] = [];
  for (let from = 0; from + length <= samples.length; from += length) {
    let power = 1;
    for (const sample of samples.subarray(from, from + length)) power += (sample * sample) / length;
    powers.push(power);
  }
  if (powers.length < fewestFrames) return undefined;
  powers.sort((one, other) => one - other);
  const at = (share: number) => powers[Math.floor(share * (powers.length - 1))] ?? 1;
  return 10 * Math.log10(at(speechShare) / at(noiseShare));
}
