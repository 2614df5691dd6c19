import type { Block, ListItem, Table } from './reading/block.ts';

/**
 * The text of a block in pieces of at most `maxLength` characters that may be told apart: its sentences together as far as
 * they fit, or the items of a list, or the rows of a table.
 */
export function blockPieces(block: Exclude<Block, { kind: 'heading' }>, maxLength: number): string[] {
  switch (block.kind) {
    case 'paragraph':
      return fitted(block.text, maxLength);
    case 'list':
      return itemLines(block.items, block.isOrdered).flatMap((line) => fitted(line, maxLength));
    case 'table':
      return rowLines(block).flatMap((line) => fitted(line, maxLength));
  }
}

function itemLines(items: readonly ListItem[], isOrdered: boolean): string[] {
  let number = 0;
  return items.map(({ text, depth }) => {
    if (depth > 0) return `${'  '.repeat(Math.min(depth, 3))}- ${text}`;
    number += 1;
    return isOrdered ? `${number}. ${text}` : `- ${text}`;
  });
}

/** A row as something that can be said: "Express — Time: 2-3 business days; Price: $9.99". */
function rowLines({ header, rows }: Table): string[] {
  return rows.map((row) => {
    const [first = '', ...others] = row;
    const cells = others
      .map((cell, index) => ({ title: header?.[index + 1] ?? '', cell }))
      .filter(({ cell }) => cell !== '');
    const facts = cells.map(({ title, cell }) => (title === '' ? cell : `${title}: ${cell}`)).join('; ');
    return `- ${[first, facts].filter((part) => part !== '').join(' — ')}`;
  });
}

/** The text itself, or cut between sentences, or between words where a sentence is too long. */
function fitted(text: string, maxLength: number): string[] {
  if (text.length <= maxLength) return [text];
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu}|\d)/u).flatMap((sentence) => words(sentence, maxLength));
  return joined(sentences, maxLength);
}

function words(sentence: string, maxLength: number): string[] {
  if (sentence.length <= maxLength) return [sentence];
  const parts = sentence.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${maxLength}}`, 'gsu')) ?? []);
  return joined(parts, maxLength);
}

/** Neighbours together as far as they fit, with a space between them. */
function joined(parts: readonly string[], maxLength: number): string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= maxLength) pieces[pieces.length - 1] = `${last} ${part}`;
    else pieces.push(part);
  }
  return pieces;
}
