import type { SayingContext } from './say-date.ts';
import type { SaidWords, TextWindow } from './text-window.ts';

/** Says the word at the window, and perhaps those after it; undefined when it is not for this rule. */
export type TextRule = (window: TextWindow, context: SayingContext) => SaidWords | undefined;
