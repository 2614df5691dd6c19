/** A run of text, or an address in it that may be followed. */
export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

const addressPattern = /\bhttps?:\/\/[^\s<>"'`]+/giu;

/** Splits what an agent says at its http and https addresses; everything else, any other scheme too, stays text. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(addressPattern)) {
    // A sentence's own punctuation follows an address more often than it belongs to it.
    const address = match[0].replace(/[.,;:!?)\]}…]+$/u, '');
    if (!URL.canParse(address)) continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: 'link', text: address, href: new URL(address).href });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
