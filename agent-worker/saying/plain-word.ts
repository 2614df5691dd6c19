const entities: Record<string, string> = {
  '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'", '&nbsp;': '',
}; // prettier-ignore
/** Pictures and what joins them, marks, characters that cannot be seen. */
const silent =
  /(?![\d#*])\p{Extended_Pictographic}|[\p{Regional_Indicator}\p{Emoji_Modifier}\p{Cc}\u20e3\u200b-\u200f\ufe0f\u2060\ufeff]/gu;
const lineMark = /^(?:#{1,6}|>|[•+*-]|-{3,}|\*{3,})$/;
const tableRule = /^[|:-]*\|[|:-]*$/;

/** Where a word stands. */
interface Place {
  isLineStart: boolean;
  /** Nothing stands between it and the word before. */
  isGlued: boolean;
}

/**
 * A word without the marks that are for the eye: markdown, HTML, emoji; empty where it is nothing else. Stars that hide
 * digits ("****4242") stay.
 */
export function plainWord(written: string, { isLineStart, isGlued }: Place): string {
  if (isGlued && /^[-–]$/.test(written)) return ' to ';
  if ((isLineStart && lineMark.test(written)) || tableRule.test(written)) return '';
  return written
    .replace(/&(?:[a-z]+|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\]\([^()]*\)/g, '')
    .replace(/!?\[|\]/g, '')
    .replace(/(?<!\d)\*+|\*+(?!\d)/g, (stars) => (stars.length > 3 ? stars : ''))
    .replace(/`+|~~/g, '')
    .replace(/^(["'(]*)_+(?=[\p{L}\d])/u, '$1')
    .replace(/_+(["').,!?:;]*)$/, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[™®©]/g, '')
    .replace(silent, '');
}
