import { basename, extname } from 'node:path';

const longest = 80;

/** A document's name from that of its file: "Return Policy (2026).docx" → "return-policy-2026". Empty when nothing is left. */
export function documentName(file: string): string {
  return basename(file, extname(file))
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s_.-]/g, '')
    .replaceAll(/[\s_.-]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
}
