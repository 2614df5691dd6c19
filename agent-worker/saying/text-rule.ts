import type { SayingContext } from './say-date.ts';
import type { SaidWords, TextWindow } from './text-window.ts';

/** Says the word at the window, and perhaps those after it; undefined when it is not for this rule. */
export type TextRule = (window: TextWindow, context: SayingContext) => SaidWords | undefined;

/** One word said otherwise, its punctuation kept. */
export function instead({ word }: Pick<TextWindow, 'word'>, said: string): SaidWords {
  const { lead, trail } = word(0);
  return { said: lead + said + trail, count: 1 };
}
