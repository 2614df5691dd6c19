import type { SayingContext } from './say-date.ts';
import { abbreviations, addresses, cards, codes, phoneNumbers } from './text-codes.ts';
import { dashes, quantities, sizes } from './text-items.ts';
import { isoDates, monthDays, shortWeekdays, times } from './text-moments.ts';
import { numbers, prices } from './text-numbers.ts';
import { houses, states, streets } from './text-places.ts';
import type { TextRule } from './text-rule.ts';
import { type SaidWords, TextWindow, type WrittenWord, writtenWord } from './text-window.ts';

/** The first that knows a word says it. */
const rules: readonly TextRule[] = [
  addresses,
  isoDates,
  times,
  quantities,
  sizes,
  cards,
  phoneNumbers,
  codes,
  monthDays,
  shortWeekdays,
  houses,
  states,
  streets,
  prices,
  numbers,
  abbreviations,
  dashes,
];
/** As far back as any rule looks. */
const longestMemory = 2;
/** Further than any rule looks ahead. */
const farthest = 16;
const nextWord = /—|[^\s—]+/y;
const spaces = /\s*/y;

/**
 * Turns written text into speech as it arrives, in pieces cut anywhere. A word is held back only until it is complete and
 * no word after it could change how it is said.
 */
export class SpeechText {
  readonly #context: SayingContext;
  #text = '';
  #behind: WrittenWord[] = [];

  constructor(context: SayingContext) {
    this.#context = context;
  }

  /** @returns what can be said by now */
  push(piece: string): string {
    this.#text += piece;
    return this.#say(false);
  }

  /** @returns the rest */
  end(): string {
    return this.#say(true);
  }

  #say(isEnded: boolean): string {
    let said = this.#takeSpaces();
    for (let words = this.#words(isEnded); words.length > 0; words = this.#words(isEnded)) {
      const window = new TextWindow(words.map(writtenWord), this.#behind, isEnded);
      const result = this.#sayNext(window, words[0] ?? '');
      if (window.hasLookedTooFar) break;
      said += result.said;
      this.#take(words, result.count);
      said += this.#takeSpaces();
    }
    return said;
  }

  #sayNext(window: TextWindow, written: string): SaidWords {
    for (const rule of rules) {
      const result = rule(window, this.#context);
      if (result !== undefined || window.hasLookedTooFar) return result ?? { said: written, count: 1 };
    }
    return { said: written, count: 1 };
  }

  /** The complete words at the front of the text, as many as rules look at. */
  #words(isEnded: boolean): string[] {
    const words: string[] = [];
    let at = 0;
    while (at < this.#text.length && words.length < farthest) {
      nextWord.lastIndex = at;
      const match = nextWord.exec(this.#text);
      if (!match) break;
      const end = nextWord.lastIndex;
      const isComplete = isEnded || end < this.#text.length || match[0] === '—';
      if (!isComplete) break;
      words.push(match[0]);
      spaces.lastIndex = end;
      spaces.exec(this.#text);
      at = spaces.lastIndex;
    }
    return words;
  }

  #take(words: readonly string[], count: number): void {
    for (const word of words.slice(0, count)) {
      this.#text = this.#text.trimStart().slice(word.length);
      this.#behind = [...this.#behind, writtenWord(word)].slice(-longestMemory);
    }
  }

  #takeSpaces(): string {
    const rest = this.#text.trimStart();
    const taken = this.#text.slice(0, this.#text.length - rest.length);
    this.#text = rest;
    return taken;
  }
}

/** A whole text as speech. */
export function speechOf(text: string, context: SayingContext): string {
  const speech = new SpeechText(context);
  return speech.push(text) + speech.end();
}
