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
    return this.#soundsOf(word) !== undefined;
  }

  /** How alike two texts sound, from 0 to 1: one minus the share of sounds that would have to change. */
  likeness(one: string, other: string): number {
    const [a, b] = [this.#soundsOfText(one), this.#soundsOfText(other)];
    const longest = Math.max(a.length, b.length);
    return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
  }

  #soundsOfText(text: string): string[] {
    return text.split(/\s+/).flatMap((word) => this.#soundsOf(word) ?? [word]);
  }

  #soundsOf(word: string): string[] | undefined {
    const section = this.#sections.get(word.charAt(0));
    const start = section?.indexOf(`\n${word} `) ?? -1;
    if (section === undefined || start === -1) return undefined;
    const sounds = section.slice(start + word.length + 2, section.indexOf('\n', start + 1));
    return sounds.trim().split(' ');
  }
}

/** Levenshtein's distance over sounds. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = [0, ...b.map((_, index) => index + 1)];
  a.forEach((sound, index) => {
    const next = [index + 1];
    b.forEach((other, column) => {
      const changed = (row[column] ?? 0) + (sound === other ? 0 : 1);
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, changed));
    });
    row = next;
  });
  return row.at(-1) ?? a.length;
}
