/** Sentences one after the other, the empty ones left out. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

export const lastSentence = (text: string): string => text.split(/(?<=[.!?])\s+/).at(-1) ?? text;

/** The question that a text ends with; undefined where it ends with none. */
export function questionIn(text: string): string | undefined {
  const last = lastSentence(text.trim());
  return last.endsWith('?') ? last : undefined;
}

/** An order number in the store's first format, to show what it looks like: "ORD-12345". */
export function exampleNumber(formats: readonly string[]): string {
  const [format = ''] = formats;
  let digit = 0;
  return format.replace(/(?!^#(?!#))#/g, () => String(++digit % 10));
}
