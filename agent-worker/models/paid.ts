import type { AudioFrame } from '@livekit/rtc-node';
import type { Ears } from './ears.ts';
import type { Spending } from './spending.ts';
import type { Voice } from './voice.ts';

/** Thrown by what costs money once that is spent: the free ones behind it take over. */
class OverBudgetError extends Error {
  override readonly name = 'OverBudgetError';
}

type Purse = Pick<Spending, 'isOver' | 'add'>;

/** A voice whose characters are counted, and which falls silent once they have cost enough. */
export function paidVoice(voice: Voice, spending: Purse): Voice {
  return {
    label: voice.label,
    sampleRateHz: voice.sampleRateHz,
    speak: async function* (text, signal, pace) {
      if (spending.isOver) throw new OverBudgetError();
      spending.add({ spokenCharacters: text.length });
      yield* voice.speak(text, signal, pace);
    },
  };
}

/**
 * Ears whose seconds are counted, each time that they are transcribed, and which go deaf once they have cost enough.
 * @param isOnly where there are no others: then they hear on, for a caller is never cut off
 */
export function paidEars(ears: Ears, { spending, isOnly }: { spending: Purse; isOnly: boolean }): Ears {
  return {
    label: ears.label,
    listen: (onWords) => {
      let heardSeconds = 0;
      const listening = ears.listen(onWords);
      return {
        hear: (frame) => {
          heardSeconds += secondsOf(frame);
          listening.hear(frame);
        },
        transcribe: async (signal) => {
          if (spending.isOver && !isOnly) throw new OverBudgetError();
          spending.add({ heardSeconds });
          return listening.transcribe(signal);
        },
        close: () => listening.close(),
      };
    },
  };
}

const secondsOf = ({ samplesPerChannel, sampleRate }: AudioFrame): number => samplesPerChannel / sampleRate;
