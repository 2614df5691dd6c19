import OpusScript from 'opusscript';
import { speakWithFlite } from '../../../agent-worker/models/flite.ts';
import { decodeMuLaw, encodeMuLaw } from '../../support/g711.ts';
import { decodeG722, encodeG722 } from '../../support/g722.ts';
import { joined, mixed, pinkNoise, randomNumbers, resampled } from './sound.ts';

/** The rate at which a channel takes and gives its samples. */
export const channelSampleRateHz = 16_000;
const phoneSampleRateHz = 8_000;
const noiseBelowSpeechDb = 10;
const littleNoiseBelowSpeechDb = 20;
const opusFrame = channelSampleRateHz / 50;
/** What a room's microphone track has, at the least. */
const opusBitrate = 24_000;
/** Of silence before and after, as the voice detector leaves it; not digital silence, which no microphone gives. */
const [beforeMs, afterMs] = [300, 400];
const roomLevel = 12;

/** What lies between a mouth and the ears. */
export type Channel = (speech: Int16Array) => Int16Array;

/** The channels the ears are measured over; a phone's codec is followed by Opus, as livekit-sip sends it on. */
export async function channels(): Promise<Record<string, Channel>> {
  const pink = pinkNoise(channelSampleRateHz * 10);
  const babble = await babbleOf(['rms', 'awb', 'slt']);
  const inNoise: Channel = (speech) => mixed(speech, pink, noiseBelowSpeechDb);
  return {
    clean: inRoom,
    'noise 20 dB': (speech) => mixed(inRoom(speech), pink, littleNoiseBelowSpeechDb),
    'noise 10 dB': (speech) => inNoise(inRoom(speech)),
    'babble 10 dB': (speech) => mixed(inRoom(speech), babble, noiseBelowSpeechDb),
    Opus: (speech) => overOpus(inRoom(speech)),
    'G.722': (speech) => overOpus(overG722(inRoom(speech))),
    'G.711': (speech) => overOpus(overG711(inRoom(speech))),
    'G.711, noise 10 dB': (speech) => overOpus(overG711(inNoise(inRoom(speech)))),
  };
}

function inRoom(speech: Int16Array): Int16Array {
  const random = randomNumbers(speech.length);
  const silence = (ms: number) => new Int16Array((channelSampleRateHz * ms) / 1_000);
  return joined([silence(beforeMs), speech, silence(afterMs)]).map((sample) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample + (random() * 2 - 1) * roomLevel))),
  );
}

function overOpus(samples: Int16Array): Int16Array {
  const codec = new OpusScript(channelSampleRateHz, 1, OpusScript.Application.VOIP);
  codec.setBitrate(opusBitrate);
  try {
    const heard: Int16Array[] = [];
    for (let from = 0; from + opusFrame <= samples.length; from += opusFrame) {
      const frame = samples.slice(from, from + opusFrame);
      const decoded = codec.decode(codec.encode(Buffer.from(frame.buffer), opusFrame));
      heard.push(Int16Array.from({ length: opusFrame }, (_, at) => decoded.readInt16LE(at * 2)));
    }
    return joined(heard);
  } finally {
    codec.delete();
  }
}

function overG722(samples: Int16Array): Int16Array {
  return decodeG722(encodeG722(samples));
}

function overG711(samples: Int16Array): Int16Array {
  const narrow = resampled(samples, channelSampleRateHz, phoneSampleRateHz);
  return resampled(decodeMuLaw(encodeMuLaw(narrow)), phoneSampleRateHz, channelSampleRateHz);
}

/** Several people talking at once. */
async function babbleOf(voices: readonly ('rms' | 'awb' | 'slt')[]): Promise<Int16Array> {
  const text =
    'So I told her that the meeting had been moved to Thursday, and she said nobody had written to her about it, ' +
    'which is strange, because there were seven people on that list and all of them came.';
  const speakers = await Promise.all(voices.map((voice) => speakWithFlite(text, voice)));
  const shortest = Math.min(...speakers.map(({ length }) => length));
  return Int16Array.from({ length: shortest }, (_, at) =>
    // Each begins somewhere else.
    speakers.reduce((sum, speaker, index) => sum + (speaker[(at + index * 20_000) % shortest] ?? 0) / 3, 0),
  );
}
