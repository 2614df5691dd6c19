import { digitWords } from './number-words.ts';

/** Character by character: "ORD-12345" → "O-R-D-one-two-three-four-five", "#W2378156" → "W-two-…", "02134" → "zero-two-…". */
export function sayCode(code: string): string {
  return Array.from(code.toUpperCase().replace(/[^A-Z0-9]/g, ''), (character) =>
    /\d/.test(character) ? digitWords(character) : character,
  ).join('-');
}

/** Letters that are read one by one: "PM" → "P-M". */
export function sayLetters(letters: string): string {
  return Array.from(letters.toUpperCase().replace(/[^A-Z]/g, '')).join('-');
}

/** "78701-1234" → its digits, with a pause before the four; "M5V 3L9" likewise */
export function sayZip(zip: string): string {
  return zip
    .split(/[-\s]+/)
    .map(sayCode)
    .join(', ');
}
