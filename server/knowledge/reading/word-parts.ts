import { unzipSync, zipSync } from 'fflate';
import { UnreadableError } from './unreadable.ts';

/** The parts of a Word document that hold text or say how it is set; pictures, fonts and macros are left out. */
const needed = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/([^/]+\.xml|_rels\/[^/]+\.rels))$/;
const mostParts = 5000;
const mostPartBytes = 20 * 1024 * 1024;
const mostBytes = 40 * 1024 * 1024;

/**
 * The text parts of a Word document, packed again without compression: whoever reads them can be sure of their size.
 * Throws {@link UnreadableError} for an archive that is damaged, that unpacks to too much, or that is no Word document.
 */
export function wordParts(archive: Uint8Array): Buffer {
  let count = 0;
  let bytes = 0;
  // fflate writes into a buffer of the size that the archive declares: more than that cannot come out.
  const parts = unpack(archive, ({ name, originalSize }) => {
    count += 1;
    if (count > mostParts) throw new UnreadableError('too_large');
    if (!needed.test(name)) return false;
    bytes += originalSize;
    if (originalSize > mostPartBytes || bytes > mostBytes) throw new UnreadableError('too_large');
    return true;
  });
  const names = Object.keys(parts);
  if (!names.some((name) => name.startsWith('word/'))) throw new UnreadableError('unsupported');
  return Buffer.from(zipSync(parts, { level: 0 }));
}

interface PackedFile {
  readonly name: string;
  readonly originalSize: number;
}

function unpack(archive: Uint8Array, filter: (file: PackedFile) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(archive, { filter });
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError('broken', error);
  }
}
