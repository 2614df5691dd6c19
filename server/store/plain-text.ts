/** Control characters, and those that hide or reorder what is written. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;
const markup = /<[^<>]*>/g;

/**
 * Text from a store or an order is data: one line, at most `maxLength` characters, without markup or anything unseen.
 * Undefined when nothing is left.
 */
export function plainText(text: string, maxLength: number): string | undefined {
  const plain = text
    .normalize('NFC')
    .replaceAll(unseen, ' ')
    .replaceAll(markup, ' ')
    .replaceAll(/[<>`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain === '' ? undefined : Array.from(plain).slice(0, maxLength).join('').trim();
}
