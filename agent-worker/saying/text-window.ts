/** A word as written, taken apart: `"$29.99.` is its quote, `$29.99`, and its full stop. */
export interface WrittenWord {
  lead: string;
  core: string;
  trail: string;
}

const nothing: WrittenWord = { lead: '', core: '', trail: '' };

export function writtenWord(written: string): WrittenWord {
  const [, lead = '', core = '', trail = ''] = /^(["'“‘([]*)(.*?)([.,!?;:)\]"'”’…]*)$/su.exec(written) ?? [];
  return { lead, core, trail };
}

/**
 * A word and those around it, while the text is still arriving: it notices when a rule asked for a word that has not come
 * yet, and so knows whether the rule's answer could still change.
 */
export class TextWindow {
  readonly #ahead: readonly WrittenWord[];
  readonly #behind: readonly WrittenWord[];
  readonly #isEnded: boolean;
  #hasLookedTooFar = false;

  constructor(ahead: readonly WrittenWord[], behind: readonly WrittenWord[], isEnded: boolean) {
    this.#ahead = ahead;
    this.#behind = behind;
    this.#isEnded = isEnded;
  }

  /** The word at this distance from the present one; an empty one past the end of the text. */
  word(distance: number): WrittenWord {
    const word = this.#ahead[distance];
    if (word === undefined && !this.#isEnded) this.#hasLookedTooFar = true;
    return word ?? nothing;
  }

  /** The word that stands so far before the present one. */
  before(distance: number): WrittenWord {
    return this.#behind.at(-distance) ?? nothing;
  }

  /** The next groups of digits as one text, up to one that ends with punctuation. */
  digitGroups(count: number): string {
    const words: string[] = [];
    for (let at = 0; at < count; at++) {
      const { lead, core, trail } = this.word(at);
      if (!/^\+?[\d.-]+$/.test(core)) break;
      words.push(lead + core + (at < count - 1 && trail === ')' ? ')' : ''));
      if (/[.,!?;:]/.test(trail)) break;
    }
    return words.join(' ');
  }

  get hasLookedTooFar(): boolean {
    return this.#hasLookedTooFar;
  }
}

/** What is said for the next words, and how many of them. */
export interface SaidWords {
  said: string;
  count: number;
}

/** Where in an address the next word cannot begin a sentence. */
const rooms = new Set([
  'Apt',
  'Apartment',
  'Unit',
  'Suite',
  'Ste',
  'Floor',
  'Fl',
  'Room',
  'Rm',
  'Bldg',
  'N',
  'S',
  'E',
  'W',
  'NE',
  'NW',
  'SE',
  'SW',
]);

/** What follows a shortened word: its dot goes, unless it ends the sentence too. */
export function endOfAbbreviation(window: TextWindow, at: number): string {
  const { trail } = window.word(at);
  if (!trail.startsWith('.')) return trail;
  const next = trail === '.' ? window.word(at + 1).core : 'x';
  return next === '' || (/^[A-Z]/.test(next) && !rooms.has(next)) ? trail : trail.slice(1);
}
