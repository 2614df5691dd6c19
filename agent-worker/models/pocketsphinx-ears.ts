import { readFileSync } from 'node:fs';
import { hearYesNo } from '../hearing/hear-yes-no.ts';
import { CallLine, isSameKind, type LineKind } from './call-line.ts';
import { DecoderFiles } from './decoder-files.ts';
import type { Ears, Listening } from './ears.ts';
import { heardWords } from './heard-words.ts';
import { heardSampleRateHz, type PocketSphinx, PocketSphinxRun } from './pocketsphinx.ts';
import { PocketSphinxListening, type Runs } from './pocketsphinx-listening.ts';
import { PreparedSound } from './prepared-sound.ts';
import { Pronunciation } from './pronunciation.ts';
import type { Question } from './question-grammar.ts';

/** Where a line's own mean has not been learnt yet: of folded telephone speech, measured. */
const foldedMean = '49.5,-5.5,12.5,8,10,-4,4,-6,-9,3,-2,5,1';

/** A caller who waits longer has been given up on. */
const patienceMs = 8_000;

interface EarsOptions extends PocketSphinx {
  /** What the caller is answering, as of now. */
  question: () => Question;
  /** Whether the caller's sound is likely to be a telephone's, until it has been heard. */
  isPhone: boolean;
  /** The free model takes 0.3 s to load: it is kept loaded for the next utterance. Not where other ears hear first. */
  isKeptWarm: boolean;
  longestDecodingMs?: number;
}

/**
 * The built-in ears: each utterance is decoded while it is being said, with the grammar of what was just asked and
 * freely, and the words that both support are passed on. They get used to a caller's voice and line. A call has four
 * processes of them at most, while somebody speaks: two, and the two of an utterance that is just ending.
 */
export class PocketSphinxEars implements Ears {
  readonly label = 'pocketsphinx';
  readonly #options: EarsOptions;
  readonly #pronunciation: Pronunciation;
  readonly #files: DecoderFiles;
  readonly #line: CallLine;
  /** What has been learnt of a voice on a line of each kind. */
  readonly #means = new Map<string, string>();
  #isClosed = false;
  #spare: { kind: LineKind; run: PocketSphinxRun } | undefined;

  constructor(options: EarsOptions) {
    this.#options = options;
    this.#line = new CallLine({ sampleRateHz: heardSampleRateHz, isPhone: options.isPhone });
    this.#pronunciation = new Pronunciation(readFileSync(options.dictionary, 'utf8'));
    this.#files = new DecoderFiles(this.#pronunciation, options.featureParameters);
    this.#keepWarm();
  }

  listen(): Listening {
    const { longestDecodingMs = patienceMs } = this.#options;
    return new PocketSphinxListening({
      newRuns: () => this.#newRuns(),
      line: this.#line,
      longestDecodingMs,
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#spare?.run.discard();
    this.#files.remove();
  }

  #newRuns(): Runs {
    const { kind } = this.#line;
    const { program } = this.#options;
    const grammar = this.#files.grammarOf(this.#options.question());
    const bound = new PocketSphinxRun({ program, grammar, featureParameters: this.#featuresOf(kind) });
    const free = this.#takeFreeRun(kind);
    const sound = new PreparedSound(kind, heardSampleRateHz);
    return {
      isOfLine: () => isSameKind(kind, this.#line.kind),
      hear: (samples) => {
        for (const prepared of sound.push(samples)) {
          bound.hear(prepared);
          free.hear(prepared);
        }
      },
      finish: async (signal) => {
        sound.close();
        const [byGrammar, open] = await Promise.all([bound.finish(signal), free.finish(signal)]);
        if (open.text !== '' && open.cepstralMean !== undefined) this.#means.set(keyOf(kind), open.cepstralMean);
        this.#keepWarm();
        return this.#believed(byGrammar.text, open.text);
      },
      discard: () => {
        sound.close();
        bound.discard();
        free.discard();
        this.#keepWarm();
      },
    };
  }

  #believed(byGrammar: string, open: string): string {
    return heardWords(
      { byGrammar, open },
      {
        likeness: (one, other) => this.#pronunciation.likeness(one, other),
        soundsIn: (text) => this.#pronunciation.soundsOf(text).length,
        hearYesNo,
      },
    );
  }

  #takeFreeRun(kind: LineKind): PocketSphinxRun {
    const spare = this.#spare;
    this.#spare = undefined;
    if (spare && isSameKind(spare.kind, kind) && spare.run.isAlive) return spare.run;
    spare?.run.discard();
    return this.#newFreeRun(kind);
  }

  #keepWarm(): void {
    if (!this.#options.isKeptWarm || this.#isClosed || this.#spare?.run.isAlive === true) return;
    const { kind } = this.#line;
    this.#spare = { kind, run: this.#newFreeRun(kind) };
  }

  #newFreeRun(kind: LineKind): PocketSphinxRun {
    return new PocketSphinxRun({ program: this.#options.program, featureParameters: this.#featuresOf(kind) });
  }

  #featuresOf(kind: LineKind): string | undefined {
    const mean = this.#means.get(keyOf(kind)) ?? (kind.isNarrow ? foldedMean : undefined);
    return mean === undefined ? undefined : this.#files.featuresFor(mean);
  }
}

const keyOf = ({ isNarrow, isNoisy }: LineKind) => `${isNarrow ? 'narrow' : 'wide'} ${isNoisy ? 'noisy' : 'quiet'}`;
