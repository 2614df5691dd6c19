import type { Block, Heading } from './reading/block.ts';
import { blockPieces } from './block-pieces.ts';

export interface Passage {
  /** The headings above it, outermost first; the document's title is not among them. */
  readonly headings: readonly string[];
  readonly text: string;
}

export interface CutDocument {
  /** Undefined where the document has none: then its name serves. */
  readonly title: string | undefined;
  readonly passages: readonly Passage[];
}

const longestHeading = 160;
/** About as much as a caller listens to, and enough to hold an answer together, in characters. */
const passageLength = 700;

/** A document cut into passages: at its headings, and where a section is long between paragraphs, items or sentences. */
export function cutPassages(blocks: readonly Block[]): CutDocument {
  const title = titleOf(blocks);
  const path: Heading[] = [];
  const passages: { headings: readonly string[]; text: string }[] = [];
  let isNewSection = true;
  for (const block of blocks) {
    if (block === title) continue;
    if (block.kind === 'heading') {
      path.splice(path.findIndex(({ level }) => level >= block.level) >>> 0);
      path.push(block);
      isNewSection = true;
      continue;
    }
    const headings = path.map(({ text }) => text.slice(0, longestHeading));
    for (const piece of blockPieces(block, passageLength)) {
      const last = passages.at(-1);
      if (last === undefined || isNewSection || last.text.length + piece.length > passageLength) {
        passages.push({ headings, text: piece });
      } else {
        last.text += `\n${piece}`;
      }
      isNewSection = false;
    }
  }
  return { title: title?.text.slice(0, longestHeading), passages };
}

/** What is marked as the title, or the only heading of the first level. */
function titleOf(blocks: readonly Block[]): Heading | undefined {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const marked = headings.find(({ level }) => level === 0);
  if (marked !== undefined) return marked;
  const [first] = headings;
  const outermost = headings.filter(({ level }) => level === first?.level);
  return first?.level === 1 && outermost.length === 1 ? first : undefined;
}
