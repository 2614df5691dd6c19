import { readFileSync } from 'node:fs';
import { hearYesNo } from '../hearing/hear-yes-no.ts';
import { DecoderFiles } from './decoder-files.ts';
import type { Ears, Listening } from './ears.ts';
import { heardWords } from './heard-words.ts';
import { NarrowBand } from './narrow-band.ts';
import { heardSampleRateHz, type PocketSphinx, PocketSphinxRun } from './pocketsphinx.ts';
import { PocketSphinxListening, type Runs } from './pocketsphinx-listening.ts';
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

type Band = 'wide' | 'narrow';

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
  readonly #spectrum = new NarrowBand(heardSampleRateHz);
  readonly #means: Record<Band, string | undefined> = { wide: undefined, narrow: foldedMean };
  #spare: { band: Band; run: PocketSphinxRun } | undefined;

  constructor(options: EarsOptions) {
    this.#options = options;
    this.#pronunciation = new Pronunciation(readFileSync(options.dictionary, 'utf8'));
    this.#files = new DecoderFiles(this.#pronunciation, options.featureParameters);
    this.#keepWarm();
  }

  listen(): Listening {
    const { longestDecodingMs = patienceMs } = this.#options;
    return new PocketSphinxListening({
      newRuns: () => this.#newRuns(),
      spectrum: this.#spectrum,
      longestDecodingMs,
    });
  }

  close(): void {
    this.#spare?.run.discard();
    this.#files.remove();
  }

  get #band(): Band {
    return (this.#spectrum.isNarrow ?? this.#options.isPhone) ? 'narrow' : 'wide';
  }

  #newRuns(): Runs {
    const band = this.#band;
    const { program } = this.#options;
    const grammar = this.#files.grammarOf(this.#options.question());
    const bound = new PocketSphinxRun({ program, grammar, featureParameters: this.#featuresOf(band) });
    const free = this.#takeFreeRun(band);
    return {
      isFolded: band === 'narrow',
      isOfLine: () => band === this.#band,
      hear: (samples) => {
        bound.hear(samples);
        free.hear(samples);
      },
      finish: async (signal) => {
        const [byGrammar, open] = await Promise.all([bound.finish(signal), free.finish(signal)]);
        if (open.text !== '') this.#means[band] = open.cepstralMean ?? this.#means[band];
        this.#keepWarm();
        return heardWords(
          { byGrammar: byGrammar.text, open: open.text },
          {
            likeness: (one, other) => this.#pronunciation.likeness(one, other),
            soundsIn: (text) => this.#pronunciation.soundsOf(text).length,
            hearYesNo,
          },
        );
      },
      discard: () => {
        bound.discard();
        free.discard();
        this.#keepWarm();
      },
    };
  }

  #takeFreeRun(band: Band): PocketSphinxRun {
    const spare = this.#spare;
    this.#spare = undefined;
    if (spare?.band === band && spare.run.isAlive) return spare.run;
    spare?.run.discard();
    return new PocketSphinxRun({ program: this.#options.program, featureParameters: this.#featuresOf(band) });
  }

  #keepWarm(): void {
    if (!this.#options.isKeptWarm || this.#spare?.run.isAlive === true) return;
    const band = this.#band;
    const run = new PocketSphinxRun({ program: this.#options.program, featureParameters: this.#featuresOf(band) });
    this.#spare = { band, run };
  }

  #featuresOf(band: Band): string | undefined {
    const mean = this.#means[band];
    return mean === undefined ? undefined : this.#files.featuresFor(mean);
  }
}
