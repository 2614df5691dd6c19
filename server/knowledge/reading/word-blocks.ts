import mammoth from 'mammoth';
import type { Block } from './block.ts';
import { htmlBlocks } from './html-blocks.ts';
import { UnreadableError } from './unreadable.ts';
import { wordParts } from './word-parts.ts';

/** The blocks of a Word document (.docx); its headings are those of its styles. */
export async function wordBlocks(archive: Uint8Array): Promise<Block[]> {
  const buffer = wordParts(archive);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        // Word's title is above its first level of headings.
        styleMap: ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"],
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
      },
    );
    return htmlBlocks(value);
  } catch (error) {
    throw new UnreadableError('broken', error);
  }
}
