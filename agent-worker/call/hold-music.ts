import { ReadableStream } from 'node:stream/web';
import { AudioFrame } from '@livekit/rtc-node';

const frameMs = 20;
const noteMs = 420;
const loudness = 0.1;
/** How soon a plucked note dies away, per second. */
const decay = 3;
/** C major seventh, A minor seventh, F major seventh, G: broken up and down, in hertz. */
const chords = [
  [261.63, 329.63, 392, 493.88],
  [220, 261.63, 329.63, 392],
  [174.61, 220, 261.63, 329.63],
  [196, 246.94, 293.66, 349.23],
];
const melody = chords.flatMap(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d, c, b]);

/** A quiet melody for a caller who waits, `seconds` long, as 16-bit mono frames. Ours, so that nobody is owed for it. */
export function holdMusic({ sampleRateHz, seconds }: { sampleRateHz: number; seconds: number }) {
  const samplesPerFrame = Math.round((sampleRateHz * frameMs) / 1000);
  const frames = Math.floor((seconds * 1000) / frameMs);
  let frame = 0;
  return new ReadableStream<AudioFrame>({
    pull(controller) {
      if (frame >= frames) {
        controller.close();
        return;
      }
      const from = frame * samplesPerFrame;
      frame += 1;
      const samples = Int16Array.from({ length: samplesPerFrame }, (_, index) =>
        sampleAt((from + index) / sampleRateHz),
      );
      controller.enqueue(new AudioFrame(samples, sampleRateHz, 1, samplesPerFrame));
    },
  });
}

/** The note that sounds at this second, and the one before it, which is still dying away. */
function sampleAt(second: number): number {
  const note = Math.floor((second * 1000) / noteMs);
  const sum = voiceOf(note, second) + voiceOf(note - 1, second);
  return Math.round(Math.max(-1, Math.min(1, sum * loudness)) * 32_767);
}

function voiceOf(note: number, second: number): number {
  const pitchHz = melody[((note % melody.length) + melody.length) % melody.length] ?? 0;
  const age = second - (note * noteMs) / 1000;
  const attack = Math.min(1, age * 50);
  return (
    attack *
    Math.exp(-decay * age) *
    (Math.sin(2 * Math.PI * pitchHz * age) + 0.3 * Math.sin(4 * Math.PI * pitchHz * age))
  );
}
