import { plainWord } from './plain-word.ts';
import type { SayingContext } from './say-date.ts';
import { abbreviations, measures, pairsOfWords, shortWords } from './text-abbreviations.ts';
import { addresses, cards, codes, phoneNumbers } from './text-codes.ts';
import { dashes, quantities, sizes } from './text-items.ts';
import { dayMonths, isoDates, monthDays, shortWeekdays, slashDates, times } from './text-moments.ts';
import { fractions, numbers, prices } from './text-numbers.ts';
import { houses, postalCodes, postBoxes, states, streets } from './text-places.ts';
import type { TextRule } from './text-rule.ts';
import { type SaidWords, TextWindow, type WrittenWord, writtenWord } from './text-window.ts';

/** The first that knows a word says it. */
const rules: readonly TextRule[] = [
  addresses,
  isoDates,
  slashDates,
  times,
  quantities,
  sizes,
  cards,
  phoneNumbers,
  postalCodes,
  postBoxes,
  codes,
  monthDays,
  dayMonths,
  shortWeekdays,
  houses,
  states,
  streets,
  prices,
  fractions,
  shortWords,
  measures,
  numbers,
  abbreviations,
  pairsOfWords,
  dashes,
];
/** As far back as any rule looks. */
const longestMemory = 2;
/** Further than any rule looks ahead. */
const farthest = 16;
/** A dash is a word; in "AM–5" the first of three ends before it. */
const nextWord = /—|(?:(?![-–](?<=[ap]\.?m\.?.)(?=\d))[^\s—])+/iy;
const spaces = /\s*/y;

/** A word as written, without its marks for the eye, and what is left to say of it. */
interface Word {
  written: string;
  plain: string;
}

/**
 * Turns written text into speech as it arrives, in pieces cut anywhere. A word is held back only until it is complete and
 * no word after it could change how it is said; a space, until the next word is said.
 */
export class SpeechText {
  readonly #context: SayingContext;
  #text = '';
  #behind: WrittenWord[] = [];
  #spaces = '';
  #said = '';
  #isLineStart = true;
  #isGlued = false;
  /** The last word was none: the space after it goes with it. */
  #hasDropped = false;

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
    return this.#say(true) + this.#spaces;
  }

  #say(isEnded: boolean): string {
    let said = this.#takeSpaces();
    for (let words = this.#words(isEnded); words.length > 0; words = this.#words(isEnded)) {
      const [first, ...rest] = words;
      if (first?.plain === '') {
        said += this.#drop(first);
        continue;
      }
      const ahead = [first, ...rest].flatMap((word) => (word?.plain ? writtenWord(word.plain) : []));
      const window = new TextWindow(ahead, this.#behind, isEnded);
      const result = this.#sayNext(window, first?.plain ?? '');
      if (window.hasLookedTooFar) break;
      said += this.#add(result.said);
      this.#take(words, result.count);
      said += this.#takeSpaces();
    }
    return said;
  }

  #sayNext(window: TextWindow, plain: string): SaidWords {
    for (const rule of rules) {
      const result = rule(window, this.#context);
      if (result !== undefined || window.hasLookedTooFar) return result ?? { said: plain, count: 1 };
    }
    return { said: plain, count: 1 };
  }

  /** The complete words at the front of the text, as many as rules look at. */
  #words(isEnded: boolean): Word[] {
    const words: Word[] = [];
    let at = 0;
    let isLineStart = this.#isLineStart;
    let isGlued = this.#isGlued;
    while (at < this.#text.length && words.length < farthest) {
      nextWord.lastIndex = at;
      const isDash = isGlued && /^[-–]\d/.test(this.#text.slice(at, at + 2));
      const [written] = isDash ? [this.#text.charAt(at)] : (nextWord.exec(this.#text) ?? []);
      if (written === undefined) break;
      const end = at + written.length;
      const isComplete = isEnded || end < this.#text.length || written === '—';
      if (!isComplete) break;
      const plain = plainWord(written, { isLineStart, isGlued });
      words.push({ written, plain });
      spaces.lastIndex = end;
      const [gap = ''] = spaces.exec(this.#text) ?? [];
      isLineStart = gap.includes('\n') || (isLineStart && plain === '');
      isGlued = gap === '';
      at = spaces.lastIndex;
    }
    return words;
  }

  /** The space before a word that is said, and the word; a comma or a full stop follows without one. */
  #add(said: string): string {
    if (said === '') return '';
    const space = /^[.,!?;:]/.test(said) ? '' : this.#spaces;
    this.#spaces = '';
    this.#said = said;
    return space + said;
  }

  /** Of a mark without a sound nothing is left, but for a pause where it begins a new point. */
  #drop({ written }: Word): string {
    const isPoint = this.#isLineStart && /[^.,!?;:]$/.test(this.#said);
    const pause = isPoint ? `,${this.#spaces}` : '';
    if (isPoint) this.#spaces = '';
    this.#text = this.#text.slice(written.length);
    this.#hasDropped = true;
    return pause + this.#takeSpaces();
  }

  #take(words: readonly Word[], count: number): void {
    let left = count;
    for (const { written, plain } of words) {
      if (left === 0) break;
      this.#text = this.#text.trimStart().slice(written.length);
      if (plain === '') continue;
      left -= 1;
      this.#behind = [...this.#behind, writtenWord(plain)].slice(-longestMemory);
    }
    this.#isLineStart = false;
    this.#isGlued = true;
    this.#hasDropped = false;
  }

  /** Takes the spaces at the front: passed on at once after punctuation, else with the next word. */
  #takeSpaces(): string {
    const rest = this.#text.trimStart();
    const taken = this.#text.slice(0, this.#text.length - rest.length).replace(/[^\S\n]/g, ' ');
    this.#text = rest;
    if (taken === '') return '';
    this.#isGlued = false;
    this.#spaces += this.#hasDropped ? taken.replace(/^[^\n]+/, '') : taken;
    if (taken.includes('\n')) {
      this.#isLineStart = true;
      this.#hasDropped = false;
    }
    if (!/[.,!?;:]$/.test(this.#said)) return '';
    const passed = this.#spaces;
    this.#spaces = '';
    return passed;
  }
}

/** A whole text as speech. */
export function speechOf(text: string, context: SayingContext): string {
  const speech = new SpeechText(context);
  return speech.push(text) + speech.end();
}
