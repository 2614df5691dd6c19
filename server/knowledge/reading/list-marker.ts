/** What a line of a list begins with: a bullet, or a number with a dot or parenthesis. */
const marker = /^(?:([-*+•●▪◦‣·–—])|(\d{1,3})[.)])\s+(?=\S)/u;

/** The line without its marker, or undefined when it is no line of a list. */
export function listLine(line: string): { readonly text: string; readonly isOrdered: boolean } | undefined {
  const found = marker.exec(line);
  if (found === null) return undefined;
  return { text: line.slice(found[0].length).trim(), isOrdered: found[2] !== undefined };
}
