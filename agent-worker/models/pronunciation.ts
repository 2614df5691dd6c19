import { soundLikeness } from './sound-likeness.ts';

/** How words sound: a pronouncing dictionary in CMU's format ("gmail JH IY M EY L"), as PocketSphinx has it. */
export class Pronunciation {
  /**
   * The dictionary's text by first letter. A map of its 130,000 words would stay in the memory of every call, and the
   * whole text takes milliseconds to search.
   */
  readonly #sections = new Map<string, string>();

  /** @param dictionary sorted by word, one a line */
  constructor(dictionary: string) {
    const text = `\n${dictionary}`;
    let start = 0;
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const found = text.indexOf(`\n${letter}`, start);
      if (found === -1) continue;
      const next = text.indexOf(`\n${String.fromCharCode(letter.charCodeAt(0) + 1)}`, found);
      this.#sections.set(letter, text.slice(found, next === -1 ? undefined : next + 1));
      start = found;
    }
  }

  knows(word: string): boolean {
    return this.#linesOf(word).length > 0;
  }

  /** The part of the dictionary with the words of a text, in all the ways they are said; a small one loads at once. */
  dictionaryOf(text: string): string {
    const words = new Set(text.match(/[a-z']+/g));
    return [...words].flatMap((word) => this.#linesOf(word)).join('\n');
  }

  /** How alike two texts sound, from 0 to 1. */
  likeness(one: string, other: string): number {
    return soundLikeness(this.soundsOf(one), this.soundsOf(other));
  }

  /** The sounds of a text; a word that is not in the dictionary is one sound, like no other. */
  soundsOf(text: string): string[] {
    return text
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap((word) => this.#linesOf(word)[0]?.split(' ').slice(1) ?? [word]);
  }

  /** "are AA R", "are(2) ER" */
  #linesOf(word: string): string[] {
    const section = this.#sections.get(word.charAt(0)) ?? '';
    const lines: string[] = [];
    for (let way = 1; ; way++) {
      const start = section.indexOf(`\n${way === 1 ? word : `${word}(${way})`} `);
      if (start === -1) return lines;
      lines.push(section.slice(start + 1, section.indexOf('\n', start + 1)).trim());
    }
  }
}
