import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AudioBuffer, mergeFrames, normalizeLanguage, stt } from '@livekit/agents';
import { type AudioFrame, AudioResampler } from '@livekit/rtc-node';
import { hearYesNo } from '../hearing/hear-yes-no.ts';
import { heardWords } from './heard-words.ts';
import { heardSampleRateHz, PocketSphinxRun } from './pocketsphinx.ts';
import { Pronunciation } from './pronunciation.ts';
import { type Asked, type Question, questionGrammar } from './question-grammar.ts';

/** Less than this is a click, not a word. */
const shortestWordMs = 120;
/** Root mean square below which nobody spoke into the microphone. */
const quietestSpeech = 60;
const longestDecodingMs = 8_000;

interface EarsOptions {
  program: string;
  /** The pronouncing dictionary of the recogniser's model. */
  dictionary: string;
  /** What the caller is answering, as of now. */
  question: () => Question;
}

/**
 * The built-in ears: each utterance decoded with the grammar of what was just asked and freely, at the same time, and
 * the words that both support passed on. Silence and noise give nothing.
 */
export class PocketSphinxEars extends stt.STT {
  readonly label = 'orderline.PocketSphinxEars';
  readonly #program: string;
  readonly #question: () => Question;
  readonly #pronunciation: Pronunciation;
  readonly #grammarFiles = new Map<Asked, string>();
  #ready: Runs | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), 'orderline-ears-'));

  constructor({ program, dictionary, question }: EarsOptions) {
    super({ streaming: false, interimResults: false });
    this.#program = program;
    this.#question = question;
    this.#pronunciation = new Pronunciation(readFileSync(dictionary, 'utf8'));
    process.once('exit', () => rmSync(this.#folder, { recursive: true, force: true }));
  }

  protected async _recognize(buffer: AudioBuffer, abortSignal?: AbortSignal): Promise<stt.SpeechEvent> {
    const samples = samplesOf(mergeFrames(buffer));
    const text = isSpeech(samples) ? await this.#hear(samples, abortSignal) : '';
    const language = normalizeLanguage('en-US');
    return {
      type: stt.SpeechEventType.FINAL_TRANSCRIPT,
      alternatives: [{ text, language, startTime: 0, endTime: 0, confidence: 1 }],
    };
  }

  stream(): stt.SpeechStream {
    throw new Error('The framework splits the stream into utterances');
  }

  /** Somebody begins to speak: the model is loaded meanwhile. */
  getReady(): void {
    const question = this.#question();
    if (this.#ready?.asked === question.asked) return;
    this.#ready?.discard();
    this.#ready = this.#newRuns(question);
  }

  async #hear(samples: Int16Array, abortSignal: AbortSignal | undefined): Promise<string> {
    this.getReady();
    const runs = this.#ready ?? this.#newRuns(this.#question());
    this.#ready = undefined;
    const limit = AbortSignal.timeout(longestDecodingMs);
    const signal = abortSignal ? AbortSignal.any([abortSignal, limit]) : limit;
    const [byGrammar, open] = await Promise.all([
      runs.bound.decode(samples, signal),
      runs.free.decode(samples, signal),
    ]);
    const likeness = (one: string, other: string) => this.#pronunciation.likeness(one, other);
    return heardWords({ asked: runs.asked, byGrammar, open }, { likeness, hearYesNo });
  }

  #newRuns(question: Question): Runs {
    const program = this.#program;
    const bound = new PocketSphinxRun({ program, grammarFile: this.#grammarFileOf(question) });
    const free = new PocketSphinxRun({ program });
    return {
      asked: question.asked,
      bound,
      free,
      discard: () => {
        bound.discard();
        free.discard();
      },
    };
  }

  #grammarFileOf(question: Question): string {
    const known = this.#grammarFiles.get(question.asked);
    if (known !== undefined) return known;
    const file = join(this.#folder, `${question.asked}.gram`);
    writeFileSync(
      file,
      questionGrammar(question, (word) => this.#pronunciation.knows(word)),
    );
    this.#grammarFiles.set(question.asked, file);
    return file;
  }
}

/** The two decodings of an utterance, of which only the sound is missing. */
interface Runs {
  asked: Asked;
  bound: PocketSphinxRun;
  free: PocketSphinxRun;
  discard: () => void;
}

function samplesOf(frame: AudioFrame): Int16Array {
  if (frame.sampleRate === heardSampleRateHz) return frame.data;
  const resampler = new AudioResampler(frame.sampleRate, heardSampleRateHz, 1);
  try {
    return mergeFrames([...resampler.push(frame), ...resampler.flush()]).data;
  } finally {
    resampler.close();
  }
}

function isSpeech(samples: Int16Array): boolean {
  if (samples.length < (heardSampleRateHz * shortestWordMs) / 1000) return false;
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.sqrt(power) >= quietestSpeech;
}
