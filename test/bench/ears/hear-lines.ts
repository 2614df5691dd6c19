import { speakWithFlite } from '../../../agent-worker/models/flite.ts';
import type { Channel } from './channels.ts';
import { ListeningCaller } from './listening-caller.ts';
import { type HeardLine, judge } from './score.ts';
import type { SpokenLine } from './spoken-corpus.ts';

/** The two of flite's voices that are as clear as people; its 8 kHz one is not. */
const voices = ['rms', 'awb'] as const;
const spoken = new Map<string, Promise<Int16Array>>();

/**
 * Two callers, a voice each, say the lines in turn over a channel; a call each, so that the ears get used to them.
 * @param pace of the callers: 1 as their voices have it
 */
export async function hearLines(lines: readonly SpokenLine[], channel: Channel, pace = 1): Promise<HeardLine[]> {
  const calls = voices.map(async (voice, turn) => {
    const caller = new ListeningCaller();
    const heard: HeardLine[] = [];
    try {
      for (const line of lines.filter((_, index) => index % voices.length === turn)) {
        const speech = await speechOf(line.say, voice, pace);
        heard.push(judge(line, await caller.hear(channel(speech), line.asked)));
      }
    } finally {
      caller.hangUp();
    }
    return heard;
  });
  return (await Promise.all(calls)).flat();
}

function speechOf(text: string, voice: (typeof voices)[number], pace: number): Promise<Int16Array> {
  const key = `${voice} ${pace} ${text}`;
  const known = spoken.get(key);
  if (known) return known;
  const speech = speakWithFlite(text, voice, pace);
  spoken.set(key, speech);
  return speech;
}
