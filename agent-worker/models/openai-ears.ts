import type { AudioFrame } from '@livekit/rtc-node';
import { OpenAI } from 'openai';
import type { ModelEndpoint } from '../config.ts';
import type { Ears, Listening } from './ears.ts';
import { wavOf } from './wav.ts';

/**
 * Transcription over HTTP, which every compatible server has: all that was said, at each pause. The framework's plugin
 * takes 0.2 s to put a request together.
 */
export class OpenAiEars implements Ears {
  readonly label: string;
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #language: string;

  constructor({ apiKey, baseUrl, model }: ModelEndpoint, language: string) {
    this.label = `openai ${model}`;
    this.#client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0 });
    this.#model = model;
    this.#language = language;
  }

  listen(): Listening {
    const frames: AudioFrame[] = [];
    return {
      hear: (frame) => frames.push(frame),
      transcribe: (signal) => this.#transcribe(frames, signal),
      close: () => (frames.length = 0),
    };
  }

  async #transcribe(frames: readonly AudioFrame[], signal: AbortSignal): Promise<string> {
    const file = new File([wavOf(frames)], 'speech.wav', { type: 'audio/wav' });
    const { text } = await this.#client.audio.transcriptions.create(
      { file, model: this.#model, language: this.#language, response_format: 'json' },
      { signal },
    );
    // A page that some other server answers with is no transcript.
    if (typeof text !== 'string') throw new Error('The transcription endpoint answered something else');
    return text;
  }
}
