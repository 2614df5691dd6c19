/** The adaptive predictor and quantiser scale of one half of the band (ITU-T G.722, blocks 3 and 4). */
interface Band {
  /** Signal estimate, its part from the zeros, and the quantiser's scale. */
  s: number;
  sz: number;
  scale: number;
  step: number;
  poles: number[];
  zeros: number[];
  reconstructed: number[];
  partial: number[];
  differences: number[];
}

const lowScaleSteps = [-60, -30, 58, 172, 334, 538, 1198, 3042];
const lowScaleOf = [0, 7, 6, 5, 4, 3, 2, 1, 7, 6, 5, 4, 3, 2, 1, 0];
const highScaleSteps = [0, -214, 798];
const highScaleOf = [2, 1, 2, 1];
const inverseLog = [
  2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834, 2896, 2960, 3025, 3091,
  3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008,
]; // prettier-ignore
const highLevels = [-7408, -1616, 7408, 1616];
const coarseLowLevels = [
  0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0,
];
const lowLevels = [
  -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576, -7856,
  -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040, -728, 24808,
  21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456, 4944, 4464, 4008,
  3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136,
]; // prettier-ignore
const lowDecisions = [
  0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023, 1121, 1219, 1339,
  1458, 1612, 1765, 1980, 2195, 2557, 2919,
]; // prettier-ignore
const mirrorFilter = [3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11];

const clamp = (value: number, limit = 32_767) => Math.max(-limit - 1, Math.min(limit, value));
const at = (values: readonly number[], index: number) => values[index] ?? 0;
const isNegative = (value: number) => value < 0;

const newBand = (step: number): Band => ({
  s: 0,
  sz: 0,
  scale: 0,
  step,
  poles: [0, 0, 0],
  zeros: [0, 0, 0, 0, 0, 0, 0],
  reconstructed: [0, 0, 0],
  partial: [0, 0, 0],
  differences: [0, 0, 0, 0, 0, 0, 0],
});

/** 16 kHz samples at 64 kbit/s, two to a byte. */
export function encodeG722(samples: Int16Array): Uint8Array {
  const [low, high] = [newBand(32), newBand(8)];
  const window = new Array<number>(24).fill(0);
  const codes = new Uint8Array(Math.floor(samples.length / 2));
  for (let index = 0; index < codes.length; index++) {
    window.splice(0, 2);
    window.push(samples[index * 2] ?? 0, samples[index * 2 + 1] ?? 0);
    const [odd, even] = split(window);
    const lowCode = quantiseLow(clamp(((even + odd) >> 14) - low.s), low.step);
    const highCode = quantiseHigh(clamp(((even - odd) >> 14) - high.s), high.step);
    adapt(low, high, { lowCode, highCode });
    codes[index] = (highCode << 6) | lowCode;
  }
  return codes;
}

export function decodeG722(codes: Uint8Array): Int16Array {
  const [low, high] = [newBand(32), newBand(8)];
  const window = new Array<number>(24).fill(0);
  const samples = new Int16Array(codes.length * 2);
  codes.forEach((code, index) => {
    const [lowCode, highCode] = [code & 63, code >> 6];
    const lower = clamp(low.s + ((low.step * at(lowLevels, lowCode)) >> 15), 16_383);
    const higher = clamp(high.s + ((high.step * at(highLevels, highCode)) >> 15), 16_383);
    adapt(low, high, { lowCode, highCode });
    window.splice(0, 2);
    window.push(lower + higher, lower - higher);
    const [odd, even] = split(window);
    samples[index * 2] = clamp(even >> 11);
    samples[index * 2 + 1] = clamp(odd >> 11);
  });
  return samples;
}

/** The quadrature mirror filter's two sums. */
function split(window: readonly number[]): [number, number] {
  let [odd, even] = [0, 0];
  for (let tap = 0; tap < 12; tap++) {
    odd += at(window, tap * 2) * at(mirrorFilter, tap);
    even += at(window, tap * 2 + 1) * at(mirrorFilter, 11 - tap);
  }
  return [odd, even];
}

function quantiseLow(error: number, step: number): number {
  const size = isNegative(error) ? -(error + 1) : error;
  let level = 1;
  while (level < 30 && size >= (at(lowDecisions, level) * step) >> 12) level++;
  if (!isNegative(error)) return 62 - level;
  return level < 3 ? 64 - level : 34 - level;
}

function quantiseHigh(error: number, step: number): number {
  const size = isNegative(error) ? -(error + 1) : error;
  const isLarge = size >= (564 * step) >> 12;
  if (isNegative(error)) return isLarge ? 0 : 1;
  return isLarge ? 2 : 3;
}

function adapt(low: Band, high: Band, { lowCode, highCode }: { lowCode: number; highCode: number }): void {
  const coarse = lowCode >> 2;
  const lowDifference = (low.step * at(coarseLowLevels, coarse)) >> 15;
  low.scale = Math.max(0, Math.min(18_432, ((low.scale * 127) >> 7) + at(lowScaleSteps, at(lowScaleOf, coarse))));
  low.step = stepOf(low.scale, 8);
  predict(low, lowDifference);
  const highDifference = (high.step * at(highLevels, highCode)) >> 15;
  high.scale = Math.max(0, Math.min(22_528, ((high.scale * 127) >> 7) + at(highScaleSteps, at(highScaleOf, highCode))));
  high.step = stepOf(high.scale, 10);
  predict(high, highDifference);
}

function stepOf(scale: number, exponent: number): number {
  const shift = exponent - (scale >> 11);
  const mantissa = at(inverseLog, (scale >> 6) & 31);
  return (shift < 0 ? mantissa << -shift : mantissa >> shift) << 2;
}

/** Moves the predictor's poles and zeros towards what was quantised, and predicts the next sample. */
function predict(band: Band, difference: number): void {
  const [, pole1 = 0, pole2 = 0] = band.poles;
  const reconstructed = [clamp(band.s + difference), at(band.reconstructed, 0), at(band.reconstructed, 1)];
  const partial = [clamp(band.sz + difference), at(band.partial, 0), at(band.partial, 1)];
  const differences = [difference, ...band.differences.slice(0, 6)];
  const sameAs = (one: number) => isNegative(at(partial, 0)) === isNegative(at(partial, one));

  const turned = Math.min(32_767, sameAs(1) ? -clamp(pole1 << 2) : clamp(pole1 << 2));
  const second = (sameAs(2) ? 128 : -128) + (turned >> 7) + ((pole2 * 32_512) >> 15);
  const newPole2 = Math.max(-12_288, Math.min(12_288, second));
  const reach = clamp(15_360 - newPole2);
  const first = clamp((sameAs(1) ? 192 : -192) + ((pole1 * 32_640) >> 15));
  const newPole1 = Math.max(-reach, Math.min(reach, first));
  const pull = difference === 0 ? 0 : 128;
  const zeros = band.zeros.map((zero, index) => {
    const towards = isNegative(at(differences, index)) === isNegative(difference) ? pull : -pull;
    return index === 0 ? 0 : clamp(towards + ((zero * 32_640) >> 15));
  });

  const fromPoles = clamp(
    ((newPole1 * clamp(at(reconstructed, 0) * 2)) >> 15) + ((newPole2 * clamp(at(reconstructed, 1) * 2)) >> 15),
  );
  let fromZeros = 0;
  for (let index = 6; index > 0; index--) fromZeros += (at(zeros, index) * clamp(at(differences, index - 1) * 2)) >> 15;
  band.sz = clamp(fromZeros);
  band.s = clamp(fromPoles + band.sz);
  Object.assign(band, { poles: [0, newPole1, newPole2], zeros, reconstructed, partial, differences });
}
