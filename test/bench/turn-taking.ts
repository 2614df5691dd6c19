import localInference from '@livekit/local-inference';
import { patienceAfter } from '../../agent-worker/call/endpointing.ts';
import { fliteSampleRateHz, speakWithFlite } from '../../agent-worker/models/flite.ts';
import { type PausedUtterance, utterances } from './turns/utterances.ts';

const formats = ['ORD-#####', '#W#######'];
/** The detector of the ends of turns is given 1.2 s of sound once there were 200 ms of silence; this it takes for an end. */
const detectorMs = { sound: 1_200, silence: 200 };
const likelyEnd = 0.36;
/** The framework's delays with that detector, which it makes itself: where it sees an end, and where it does not. */
const frameworkDelays = { minDelay: 300, maxDelay: 2_500 };

/** Silence after which a turn is taken, given what was said and whether it sounded like an end. */
type DelayAfter = (said: string, utterance: PausedUtterance, isLikelyEnd: boolean) => number;

const subjects: Readonly<Record<string, DelayAfter>> = {
  'framework defaults': (_said, _utterance, isLikelyEnd) => frameworkDelays[isLikelyEnd ? 'minDelay' : 'maxDelay'],
  orderline: (said, { asked }, isLikelyEnd) => {
    const { utteranceMs, minDelay, maxDelay } = patienceAfter(said, { asked, formats });
    return Math.max(utteranceMs, isLikelyEnd ? minDelay : maxDelay);
  },
};

interface Pause {
  utterance: PausedUtterance;
  /** All the words until then. */
  said: string;
  isLikelyEnd: boolean;
  /** Undefined after the last word. */
  lengthMs: number | undefined;
}

const audible = (sample: number) => Math.abs(sample) > 500;
const samplesOf = (ms: number) => Math.round((ms * fliteSampleRateHz) / 1_000);

/** Every silence of an utterance, with what the detector makes of the sound before it. */
async function pausesOf(utterance: PausedUtterance): Promise<Pause[]> {
  const pauses: Pause[] = [];
  let sound: number[] = [];
  let said = '';
  for (const [index, part] of utterance.parts.entries()) {
    if (typeof part === 'number') continue;
    const spoken = await speakWithFlite(part, 'rms');
    sound = [...sound, ...spoken.slice(spoken.findIndex(audible), spoken.findLastIndex(audible) + 1)];
    said = `${said} ${part}`.trim();
    const heard = [...sound, ...new Array<number>(samplesOf(detectorMs.silence)).fill(0)];
    const probability = await localInference.predict(Int16Array.from(heard.slice(-samplesOf(detectorMs.sound))));
    const next = utterance.parts[index + 1];
    const lengthMs = typeof next === 'number' ? next : undefined;
    pauses.push({ utterance, said, isLikelyEnd: probability >= likelyEnd, lengthMs });
    if (lengthMs !== undefined) sound = [...sound, ...new Array<number>(samplesOf(lengthMs)).fill(0)];
  }
  return pauses;
}

localInference.initEot();
const all = (await Promise.all(utterances.map(pausesOf))).flat();
const within = all.filter(({ lengthMs }) => lengthMs !== undefined);
const ends = all.filter(({ lengthMs }) => lengthMs === undefined);
process.stdout.write(
  `${utterances.length} utterances, ${within.length} pauses within them. The words are taken as understood; the delays are ` +
    'of silence, which both notice equally late.\n',
);
for (const [name, delayAfter] of Object.entries(subjects)) {
  const delayOf = ({ said, utterance, isLikelyEnd }: Pause) => delayAfter(said, utterance, isLikelyEnd);
  const cutOff = within.filter((pause) => (pause.lengthMs ?? 0) > delayOf(pause));
  const cutUtterances = new Set(cutOff.map(({ utterance }) => utterance)).size;
  const waits = ends.map(delayOf).sort((a, b) => a - b);
  const mean = waits.reduce((sum, ms) => sum + ms, 0) / waits.length;
  const at = (share: number) => waits[Math.ceil(share * waits.length) - 1] ?? 0;
  process.stdout.write(
    `${name.padEnd(20)} cut off ${String(cutUtterances).padStart(3)} utterances, at ${String(cutOff.length).padStart(3)} pauses; ` +
      `waited after the last word p50 ${at(0.5)}  p95 ${at(0.95)}  mean ${Math.round(mean)} ms\n`,
  );
}
process.exit(0);
