import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pronunciation } from './pronunciation.ts';
import { type Question, questionGrammar } from './question-grammar.ts';

/** What the recogniser reads besides the sound: grammars with their dictionaries, and settings. Gone with the process. */
export class DecoderFiles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'orderline-ears-'));
  readonly #grammars = new Map<string, { file: string; dictionary: string }>();
  readonly #pronunciation: Pronunciation;
  readonly #features: string;
  #written = 0;

  /** @param featureParameters the acoustic model's own settings */
  constructor(pronunciation: Pronunciation, featureParameters: string) {
    this.#pronunciation = pronunciation;
    const settings = readFileSync(featureParameters, 'utf8').split('\n');
    this.#features = settings.filter((line) => !line.startsWith('-cmninit')).join('\n');
    process.once('exit', () => this.remove());
  }

  /** A question's grammar, and a dictionary of its words: with that one it loads in 10 ms, with the whole one in 90. */
  grammarOf(question: Question): { file: string; dictionary: string } {
    const key = [question.asked, ...question.phrases].join('\n');
    const known = this.#grammars.get(key);
    if (known) return known;
    const grammar = questionGrammar(question, (word) => this.#pronunciation.knows(word));
    const name = `${question.asked}-${this.#grammars.size}`;
    const files = { file: this.#path(`${name}.gram`), dictionary: this.#path(`${name}.dict`) };
    writeFileSync(files.file, grammar);
    writeFileSync(files.dictionary, `${this.#pronunciation.dictionaryOf(grammar)}\n`);
    this.#grammars.set(key, files);
    return files;
  }

  /** The model's settings, to begin with this mean cepstrum; it takes no notice of one on its command line. */
  featuresFor(cepstralMean: string): string {
    const file = this.#path(`${this.#written++ % 8}.params`);
    writeFileSync(file, `${this.#features}\n-cmninit ${cepstralMean}\n`);
    return file;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}
