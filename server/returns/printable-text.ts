/** Beside Latin-1, what the Windows-1252 encoding of PDF's own fonts can write. */
const beyondLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/**
 * Text as PDF's own fonts can write it: other letters without their accents where that helps, and else as a question mark.
 * Control characters become blanks.
 */
export const printableText = (text: string): string =>
  Array.from(text.replaceAll(/\s+/g, ' '), (letter) => (isPrintable(letter) ? letter : plain(letter))).join('');

function plain(letter: string): string {
  const [base = ''] = letter.normalize('NFKD');
  return isPrintable(base) ? base : '?';
}

const isPrintable = (letter: string) => /^[\x20-\x7e\xa0-\xff]$/.test(letter) || beyondLatin1.includes(letter);
