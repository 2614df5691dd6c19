import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { WebSocket } from 'ws';
import type { ModelEndpoint } from '../config.ts';

/** What the endpoint's `audio/pcm` is. */
export const realtimeSampleRateHz = 24_000;

interface Item {
  words: string;
  onWords: () => void;
  settle: (error: Error | undefined) => void;
}

/**
 * A transcription session of OpenAI's realtime API: sound goes in, and each committed piece of it is transcribed as an
 * item of its own. https://platform.openai.com/docs/guides/realtime-transcription
 */
export class RealtimeSocket {
  readonly #socket: WebSocket;
  readonly #opened: Promise<void>;
  /** Committed, in this order, and not yet named by the endpoint. */
  readonly #unnamed: Item[] = [];
  readonly #items = new Map<string, Item>();
  #isOver = false;

  constructor({ apiKey, baseUrl, model }: ModelEndpoint, language: string) {
    const url = new URL(`${(baseUrl ?? 'https://api.openai.com/v1').replace(/\/$/, '')}/realtime`);
    url.protocol = url.protocol.replace('http', 'ws');
    url.searchParams.set('intent', 'transcription');
    // OpenAI itself takes a model in the address for that of a conversation, and refuses it.
    if (baseUrl !== undefined) url.searchParams.set('model', model);
    this.#socket = new WebSocket(url, { headers: { authorization: `Bearer ${apiKey}` } });
    this.#opened = new Promise((resolve, reject) => {
      this.#socket.addEventListener('open', () => resolve());
      this.#socket.addEventListener('error', () => reject(new Error('The realtime endpoint cannot be reached')));
      this.#socket.addEventListener('close', () => reject(new Error('The realtime endpoint hung up')));
    });
    this.#opened.then(
      () => this.#configure(model, language),
      () => this.#end(),
    );
    this.#socket.addEventListener('close', () => this.#end());
    this.#socket.addEventListener('message', ({ data }) =>
      this.#follow(JSON.parse(textOf(data)) as RealtimeServerEvent),
    );
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Sound, which is kept until it is committed. */
  append(samples: Int16Array): void {
    const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
    this.#send({ type: 'input_audio_buffer.append', audio: bytes.toString('base64') });
  }

  /** Forgets what was appended since the last commit. */
  clear(): void {
    this.#send({ type: 'input_audio_buffer.clear' });
  }

  /** Resolves to the words of what was appended since the last commit; `onWords` is told of them as they are found. */
  commit(onWords: (words: string) => void): Promise<string> {
    return new Promise((resolve, reject) => {
      const item: Item = {
        words: '',
        onWords: () => onWords(item.words),
        settle: (error) => (error ? reject(error) : resolve(item.words.trim())),
      };
      if (this.#isOver) {
        item.settle(new Error('The realtime endpoint is not there'));
        return;
      }
      this.#unnamed.push(item);
      this.#send({ type: 'input_audio_buffer.commit' });
    });
  }

  close(): void {
    this.#socket.close();
    this.#end();
  }

  #configure(model: string, language: string): void {
    const input = {
      format: { type: 'audio/pcm', rate: realtimeSampleRateHz },
      transcription: { model, language },
      // What is an utterance is found here, where it is known what was asked.
      turn_detection: null,
    } as const;
    this.#socket.send(JSON.stringify({ type: 'session.update', session: { type: 'transcription', audio: { input } } }));
  }

  #send(event: RealtimeClientEvent): void {
    void this.#opened.then(() => this.#socket.send(JSON.stringify(event))).catch(() => undefined);
  }

  #follow(event: RealtimeServerEvent): void {
    if (event.type === 'input_audio_buffer.committed') {
      const item = this.#unnamed.shift();
      if (item) this.#items.set(event.item_id, item);
    } else if (event.type === 'conversation.item.input_audio_transcription.delta') {
      const item = this.#items.get(event.item_id);
      if (!item) return;
      item.words += event.delta ?? '';
      item.onWords();
    } else if (event.type === 'conversation.item.input_audio_transcription.completed') {
      this.#settle(event.item_id, undefined, event.transcript);
    } else if (event.type === 'conversation.item.input_audio_transcription.failed') {
      this.#settle(event.item_id, new Error('The realtime endpoint could not transcribe'));
    } else if (event.type === 'error') {
      this.#unnamed.shift()?.settle(new Error('The realtime endpoint refused what it was sent'));
    }
  }

  #settle(id: string, error: Error | undefined, words?: string): void {
    const item = this.#items.get(id);
    this.#items.delete(id);
    if (item && words !== undefined) item.words = words;
    item?.settle(error);
  }

  #end(): void {
    this.#isOver = true;
    const error = new Error('The realtime endpoint hung up');
    for (const item of [...this.#unnamed.splice(0), ...this.#items.values()]) item.settle(error);
    this.#items.clear();
  }
}

const textOf = (data: unknown): string => (typeof data === 'string' ? data : '{}');
