import type { Block, ListItem } from './block.ts';
import { listLine } from './list-marker.ts';
import { plainLine } from './plain-line.ts';

const longestTitle = 80;
/** Lines broken by an editor are about as long as its window; a line shorter than this ended where its author wanted. */
const shortestWrappedLine = 50;
const underline = /^\s*(={3,}|-{3,})\s*$/;

/**
 * The blocks of a plain text. Its headings are what people make of them: a first line by itself, capitals, a line that is
 * underlined.
 */
export function textBlocks(text: string): Block[] {
  const groups = text
    .split(/\r\n?|\n/)
    .map((line) => line.replaceAll('\t', '    ').trimEnd())
    .reduce<string[][]>(
      (all, line) => {
        if (line.trim() === '') all.push([]);
        else all.at(-1)?.push(line);
        return all;
      },
      [[]],
    )
    .filter((lines) => lines.length > 0);
  return groups.flatMap((lines, index) => groupBlocks(lines, index === 0 && groups.length > 1));
}

/** `lines` stand between two empty lines. */
function groupBlocks(lines: readonly string[], isFirst: boolean): Block[] {
  const [first = '', second = ''] = lines;
  const heading = plainLine(first);
  const isUnderlined = underline.test(second);
  const isAlone = lines.length === 1;
  const isTitle = isFirst && isAlone && heading.length <= longestTitle && !/[.,;:?!]$/.test(heading);
  if (isUnderlined || isTitle || isInCapitals(heading)) {
    const level = isFirst || second.trim().startsWith('=') ? 1 : 2;
    return [{ kind: 'heading', level, text: heading }, ...groupBody(lines.slice(isUnderlined ? 2 : 1))];
  }
  return groupBody(lines);
}

function groupBody(lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const from = lines.findIndex((line) => listLine(line.trim()) !== undefined);
  if (from >= 0) return [...proseBlocks(lines.slice(0, from)), listBlock(lines.slice(from))];
  return proseBlocks(lines);
}

/** Prose that an editor wrapped is one paragraph; short lines under each other are a list without bullets. */
function proseBlocks(lines: readonly string[]): Block[] {
  const texts = lines.map(plainLine).filter((line) => line !== '');
  const isWrapped = texts.slice(0, -1).every((line) => line.length >= shortestWrappedLine);
  if (isWrapped) return texts.length === 0 ? [] : [{ kind: 'paragraph', text: texts.join(' ') }];
  const [first = '', ...others] = texts;
  // "Eligibility:" above its lines, or a question above its answer.
  if (/[:?]$/.test(first)) return [{ kind: 'paragraph', text: first }, ...proseBlocks(others)];
  return [{ kind: 'list', isOrdered: false, items: texts.map((text) => ({ text, depth: 0 })) }];
}

function listBlock(lines: readonly string[]): Block {
  const items: ListItem[] = [];
  let isOrdered = false;
  const indent = indentOf(lines[0] ?? '');
  for (const line of lines) {
    const found = listLine(plainLine(line));
    if (found === undefined) {
      const last = items.pop();
      items.push({ text: plainLine(`${last?.text ?? ''} ${line}`), depth: last?.depth ?? 0 });
      continue;
    }
    isOrdered ||= found.isOrdered;
    items.push({ text: found.text, depth: indentOf(line) >= indent + 2 ? 1 : 0 });
  }
  return { kind: 'list', isOrdered, items };
}

const indentOf = (line: string) => line.length - line.trimStart().length;

const isInCapitals = (line: string) =>
  line.length <= longestTitle && /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && listLine(line) === undefined;
