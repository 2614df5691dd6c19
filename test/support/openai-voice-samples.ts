import { fliteSampleRateHz, speakWithFlite } from '../../agent-worker/models/flite.ts';

const openAiSampleRateHz = 24_000;

/** flite's speech at the rate at which OpenAI speaks. */
export async function speakAsOpenAi(line: string): Promise<Int16Array> {
  const samples = await speakWithFlite(line, 'slt');
  const length = Math.floor((samples.length * openAiSampleRateHz) / fliteSampleRateHz);
  return Int16Array.from(
    { length },
    (_, at) => samples[Math.floor((at * fliteSampleRateHz) / openAiSampleRateHz)] ?? 0,
  );
}
