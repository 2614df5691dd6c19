import type { Table } from './block.ts';

const longestTitle = 40;

/**
 * A table of these rows. Where the document does not mark its header, a first row of short words without a number is
 * taken for it. Undefined when nothing is in it.
 */
export function tableBlock(rows: readonly (readonly string[])[], isHeaderMarked = false): Table | undefined {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const [first, ...others] = filled;
  if (first === undefined) return undefined;
  const hasHeader = others.length > 0 && (isHeaderMarked || looksLikeHeader(first));
  return { kind: 'table', header: hasHeader ? first : undefined, rows: hasHeader ? others : filled };
}

const looksLikeHeader = (row: readonly string[]) =>
  row.length > 1 && row.slice(1).every((cell) => cell !== '' && cell.length <= longestTitle && !/\d/.test(cell));
