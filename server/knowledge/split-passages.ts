export interface Passage {
  /** The headings above it, outermost first; the document's title is not among them. */
  readonly headings: readonly string[];
  readonly text: string;
}

/** A Markdown document cut at its headings: its title, and each section's text with the headings above it. */
export function splitPassages(markdown: string): { title: string; passages: Passage[] } {
  let title = '';
  const path: string[] = [];
  const passages: { headings: string[]; lines: string[] }[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const [, marks, heading = ''] = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line) ?? [];
    if (marks === undefined) {
      passages.at(-1)?.lines.push(line);
      continue;
    }
    if (marks.length === 1) title = heading;
    path.length = Math.min(path.length, Math.max(0, marks.length - 2));
    if (marks.length > 1) path.push(heading);
    passages.push({ headings: [...path], lines: [] });
  }
  return {
    title,
    passages: passages
      .map(({ headings, lines }) => ({ headings, text: lines.join('\n').trim() }))
      .filter(({ text }) => text !== ''),
  };
}
