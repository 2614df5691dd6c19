import { TransformStream } from 'node:stream/web';
import { type inference, log, normalizeLanguage, stt, VADEventType } from '@livekit/agents';
import type { AudioFrame } from '@livekit/rtc-node';
import type { Ears, Listening } from './ears.ts';
import { type SpeechEdge, SpeechPauses } from './speech-pauses.ts';

/** Of sound from before the VAD was sure: the first consonant is in it. */
const preRollMs = 500;

/** What the ears need to know of the conversation, as of now. */
export interface TurnRules {
  onSpeechBegins: () => void;
  /** Of silence, until what is said is an utterance. */
  utteranceMs: () => number;
  /** Whether an utterance is passed over, as if nobody had spoken. */
  isPassedOver: (text: string) => boolean;
}

interface CallEarsOptions {
  ears: Ears;
  vad: inference.VAD;
  /** Of silence, until what was said is transcribed in case it was all. */
  pauseMs: number;
  turns: TurnRules;
}

/**
 * The ears of a call as the framework wants them. Transcribing begins at the first hint of silence: when the silence
 * lasts, the words and the answer to them are there already, and when the speech goes on they are thrown away. The
 * framework's own adapter waits for the silence first.
 */
export class CallEars extends stt.STT {
  readonly label = 'orderline.CallEars';
  readonly #options: CallEarsOptions;

  constructor(options: CallEarsOptions) {
    super({ streaming: true, interimResults: true });
    this.#options = options;
  }

  protected _recognize(): Promise<stt.SpeechEvent> {
    throw new Error('Only streams are heard');
  }

  stream(): stt.SpeechStream {
    return new CallEarsStream(this, this.#options);
  }
}

class CallEarsStream extends stt.SpeechStream {
  readonly label = 'orderline.CallEarsStream';
  readonly #options: CallEarsOptions;
  readonly #vad: ReturnType<inference.VAD['stream']>;
  readonly #toVad = new TransformStream<AudioFrame, AudioFrame>();
  readonly #preRoll: AudioFrame[] = [];
  #utterance: Utterance | undefined;
  /** Utterances are passed on in the order in which they were said. */
  #passedOn: Promise<void> = Promise.resolve();

  constructor(owner: CallEars, options: CallEarsOptions) {
    super(owner, undefined, { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 0 });
    this.#options = options;
    this.#vad = options.vad.stream();
    this.#vad.updateInputStream(this.#toVad.readable);
  }

  protected async run(): Promise<void> {
    const { pauseMs, turns } = this.#options;
    const pauses = new SpeechPauses({ pauseMs, endMs: turns.utteranceMs });
    await Promise.all([this.#hearAll(pauses), this.#watchVad(pauses)]);
  }

  override close(): void {
    super.close();
    this.#vad.close();
    this.#utterance?.drop();
  }

  async #hearAll(pauses: SpeechPauses): Promise<void> {
    const vad = this.#toVad.writable.getWriter();
    for await (const frame of this.input) {
      if (typeof frame === 'symbol') continue;
      // A VAD that is closed takes nothing any more.
      void vad.write(frame).catch(() => undefined);
      this.#keep(frame);
      this.#follow(pauses.pushLevel(levelOf(frame.data), msOf(frame)));
    }
    if (!this.closed) this.#vad.close();
  }

  async #watchVad(pauses: SpeechPauses): Promise<void> {
    for await (const { type, frames, probability } of this.#vad) {
      const [frame] = frames;
      if (type !== VADEventType.INFERENCE_DONE || frame === undefined) continue;
      this.#follow(pauses.pushProbability(probability, msOf(frame)));
    }
  }

  #keep(frame: AudioFrame): void {
    if (this.#utterance) {
      this.#utterance.hear(frame);
      return;
    }
    this.#preRoll.push(frame);
    if (this.#preRoll.length * msOf(frame) > preRollMs) this.#preRoll.shift();
  }

  #follow(edge: SpeechEdge | undefined): void {
    switch (edge) {
      case 'begins':
        this.#options.turns.onSpeechBegins();
        this.#utterance = new Utterance(this.#options.ears, (kind, text) => this.#tell(kind, text));
        for (const frame of this.#preRoll.splice(0)) this.#utterance.hear(frame);
        break;
      case 'pauses':
        this.#utterance?.transcribe();
        break;
      case 'goes on':
        this.#utterance?.goOn();
        break;
      case 'ends':
        this.#end();
        break;
      case undefined:
        break;
    }
  }

  #end(): void {
    const utterance = this.#utterance;
    this.#utterance = undefined;
    if (!utterance) return;
    const speechEndTime = Date.now() - this.#options.turns.utteranceMs();
    this.#passedOn = this.#passedOn.then(async () => {
      const text = await utterance.end();
      if (text !== '') this.#tell(stt.SpeechEventType.FINAL_TRANSCRIPT, text, speechEndTime);
    });
  }

  #tell(type: stt.SpeechEventType, text: string, speechEndTime?: number): void {
    if (this.closed || this.#options.turns.isPassedOver(text)) return;
    const alternative = { text, language: normalizeLanguage('en'), startTime: 0, endTime: 0, confidence: 1 };
    this.queue.put({ type, alternatives: [alternative], ...(speechEndTime === undefined ? {} : { speechEndTime }) });
  }
}

type Tell = (type: stt.SpeechEventType, text: string) => void;

interface Attempt {
  readonly text: Promise<string>;
  readonly abort: () => void;
}

/** What is being said, with the words of it as of its last pause. */
class Utterance {
  readonly #listening: Listening;
  readonly #tell: Tell;
  #attempt: Attempt | undefined;
  #told: string | undefined;

  constructor(ears: Ears, tell: Tell) {
    this.#tell = tell;
    this.#listening = ears.listen((text) => tell(stt.SpeechEventType.INTERIM_TRANSCRIPT, text));
  }

  hear(frame: AudioFrame): void {
    this.#listening.hear(frame);
  }

  transcribe(): void {
    const controller = new AbortController();
    const attempt = {
      text: this.#listening.transcribe(controller.signal).then(
        (text) => text.trim(),
        (error: unknown) => {
          if (!controller.signal.aborted) log().warn({ error }, 'An utterance could not be transcribed');
          return '';
        },
      ),
      abort: () => controller.abort(),
    };
    this.#attempt = attempt;
    void attempt.text.then((text) => {
      // The same words twice would have the answer to them begun anew.
      if (this.#attempt !== attempt || text === '' || text === this.#told) return;
      this.#told = text;
      this.#tell(stt.SpeechEventType.PREFLIGHT_TRANSCRIPT, text);
    });
  }

  goOn(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
  }

  /** @returns all that was said; empty when it was nothing, or nobody could understand it */
  async end(): Promise<string> {
    if (!this.#attempt) this.transcribe();
    const text = (await this.#attempt?.text) ?? '';
    this.#listening.close();
    return text;
  }

  drop(): void {
    this.goOn();
    this.#listening.close();
  }
}

const msOf = ({ samplesPerChannel, sampleRate }: AudioFrame): number => (samplesPerChannel / sampleRate) * 1_000;

const levelOf = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
