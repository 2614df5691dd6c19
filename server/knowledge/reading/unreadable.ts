/** Why a file cannot become a document of the store. */
export type UnreadableReason =
  'unsupported' | 'old_word' | 'encrypted' | 'scanned' | 'broken' | 'empty' | 'too_large' | 'too_complex';

/** What is wrong with the file, and what to do about it. */
const unreadableAdvice: Readonly<Record<UnreadableReason, string>> = {
  unsupported: 'This is not a document that can be read: save it as Markdown, plain text, PDF or Word (.docx)',
  old_word: 'This is an old Word document (.doc) or one with a password: save it as .docx, without a password',
  encrypted: 'This PDF needs a password: save a copy without one, and import that',
  scanned: 'This PDF holds pictures of text: have its text recognised (OCR), or export it from where it was written',
  broken: 'This file is damaged or cut short: export it again from where it was written',
  empty: 'There is no text in this file: check that it is the right one',
  too_large:
    'This document is too large (5 MB, 500 pages or 1,000,000 characters at most): split it, or leave out pictures',
  too_complex: 'Reading this file takes too much time or memory: export it again in a simpler form, best as text',
};

/** Thrown while a file is read; it crosses the thread as its reason. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, cause?: unknown) {
    super(unreadableAdvice[reason], { cause });
    this.reason = reason;
  }
}
