import { withoutCardNumbers } from '@orderline/contract/card-number.ts';
import { plainText } from './plain-text.ts';

/**
 * Plain text that somebody may have written a card number into (a name, a place, an address): it is dropped, as from
 * everything that reaches a model. Not for tracking numbers, of which one in ten looks like a card's.
 */
export const plainWords = (text: string, maxLength: number): string | undefined =>
  plainText(withoutCardNumbers(plainText(text, text.length) ?? ''), maxLength);
