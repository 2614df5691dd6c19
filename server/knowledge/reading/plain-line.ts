/** Control characters, and those that hide or reorder what is written; the soft hyphen is among them. */
const unseen = /[\p{Cf}\p{Co}\p{Cn}]+/gu;
const control = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const tag = /<[a-z/!?][^<>]*>/gi;
const tagStart = /<(?=[a-z/!?])/gi;

/** Text of a document as one line: nothing unseen, no markup, single spaces. "<30 days" stays. */
export const plainLine = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(unseen, '')
    .replaceAll(control, ' ')
    .replaceAll(tag, ' ')
    // What is left when one tag was hidden inside another.
    .replaceAll(tagStart, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
