import { OpenAI } from 'openai';
import type { ModelEndpoint } from '../config.ts';
import type { Voice } from './voice.ts';

/**
 * A voice behind OpenAI's speech endpoint, its PCM passed on as it arrives: the framework's plugin holds back the whole
 * clause before its first frame.
 */
export class OpenAiVoice implements Voice {
  readonly label = 'openai';
  /** What the endpoint's `pcm` format is. */
  readonly sampleRateHz = 24_000;
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #voice: string;

  constructor({ apiKey, baseUrl, model, voice }: ModelEndpoint & { voice: string }) {
    this.#client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0 });
    this.#model = model;
    this.#voice = voice;
  }

  async *speak(text: string, signal: AbortSignal, pace = 1): AsyncGenerator<Int16Array> {
    const response = await this.#client.audio.speech.create(
      {
        model: this.#model,
        voice: this.#voice,
        input: text,
        response_format: 'pcm',
        // Not every compatible server knows it, and few callers ask.
        ...(pace === 1 ? {} : { speed: pace }),
      },
      { signal },
    );
    // What is no sound must not be played: a page that some other server answers with, an error told with status 200.
    const type = response.headers.get('content-type') ?? '';
    if (/^text\/|json|html/.test(type)) throw new Error('The speech endpoint answered something else than sound');
    let odd = Buffer.alloc(0);
    for await (const chunk of response.body ?? []) {
      const bytes = Buffer.concat([odd, chunk]);
      const samples = new Int16Array(Math.floor(bytes.length / 2));
      for (let at = 0; at < samples.length; at++) samples[at] = bytes.readInt16LE(at * 2);
      odd = bytes.subarray(samples.length * 2);
      if (samples.length > 0) yield samples;
    }
  }
}
