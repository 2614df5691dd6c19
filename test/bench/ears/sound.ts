import { AudioFrame, AudioResampler } from '@livekit/rtc-node';

/** Root mean square of samples; zero of none. */
function level(samples: Int16Array): number {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  return Math.sqrt(power / Math.max(1, samples.length));
}

export function resampled(samples: Int16Array, fromHz: number, toHz: number): Int16Array {
  const resampler = new AudioResampler(fromHz, toHz, 1);
  try {
    const frames = [...resampler.push(new AudioFrame(samples, fromHz, 1, samples.length)), ...resampler.flush()];
    return joined(frames.map(({ data }) => data));
  } finally {
    resampler.close();
  }
}

export function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

/** Adds a sound, repeated as often as it takes, so that the first is `decibels` above it. */
export function mixed(samples: Int16Array, noise: Int16Array, decibels: number): Int16Array {
  const gain = level(samples) / (level(noise) * 10 ** (decibels / 20));
  return samples.map((sample, at) => {
    const sum = sample + gain * (noise[at % noise.length] ?? 0);
    return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  });
}

/** Noise as fans and rooms make it, the same at every run: as much power in each octave. */
export function pinkNoise(length: number): Int16Array {
  const random = randomNumbers(20_260_308);
  // Paul Kellet's filter: three low-passes over white noise.
  let [slow, middle, quick] = [0, 0, 0];
  return Int16Array.from({ length }, () => {
    const white = random() * 2 - 1;
    slow = 0.997_65 * slow + white * 0.099_046;
    middle = 0.963 * middle + white * 0.296_516_4;
    quick = 0.57 * quick + white * 1.052_691_3;
    return Math.round((slow + middle + quick + white * 0.1848) * 2_000);
  });
}

/** Notes of a simple tune with their overtones: music that waits on a line. */
export function music(length: number, sampleRateHz: number): Int16Array {
  const notesHz = [262, 330, 392, 523, 440, 349, 294, 392];
  return Int16Array.from({ length }, (_, at) => {
    const seconds = at / sampleRateHz;
    const note = notesHz[Math.floor(seconds * 3) % notesHz.length] ?? 262;
    const fade = Math.exp(-3 * ((seconds * 3) % 1));
    const wave = (overtone: number) => Math.sin(2 * Math.PI * note * overtone * seconds) / overtone;
    return Math.round(4_000 * fade * (wave(1) + wave(2) + wave(3)));
  });
}

/** mulberry32: the same numbers between 0 and 1 for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixedBits = Math.imul(state ^ (state >>> 15), 1 | state);
    mixedBits = (mixedBits + Math.imul(mixedBits ^ (mixedBits >>> 7), 61 | mixedBits)) ^ mixedBits;
    return ((mixedBits ^ (mixedBits >>> 14)) >>> 0) / 4_294_967_296;
  };
}
