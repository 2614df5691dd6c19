/** A word, a number in digits, or one sign, of what a recogniser or a keyboard gave. */
export interface Token {
  /** In lower case, without accents; a number without its thousands separators. */
  text: string;
  written: string;
  /** Nothing stands between this token and the one before it. */
  isGlued: boolean;
}

const token = /\d{1,3}(?:,\d{3})+(?![\d,])|\d+|[a-z]+(?:['’][a-z]+)*|[^\s\w]|_/giu;
const accents = /\p{Mark}/gu;
const thousands = /(?<=\d),(?=\d)/g;
const dashes = /[‐-―]/gu;

/** Takes a text apart. "ORD-12345, it's" → ord · - · 12345 · , · it's */
export function tokensOf(text: string): Token[] {
  const plain = text.normalize('NFD').replace(accents, '').replace(dashes, '-').replace(/’/g, "'");
  let end = -1;
  return [...plain.matchAll(token)].map(({ 0: written, index }) => {
    const isGlued = index === end;
    end = index + written.length;
    return { text: written.replace(thousands, '').toLowerCase(), written, isGlued };
  });
}

/** Whether the words of `phrase` stand at `at`, in this order. */
export function standsAt(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => tokens[at + offset]?.text === word);
}
