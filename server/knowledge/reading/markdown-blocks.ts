import { marked } from 'marked';
import type { Block } from './block.ts';
import { htmlBlocks } from './html-blocks.ts';

const frontMatter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;

/** The blocks of a Markdown document (CommonMark with GitHub's tables). */
export const markdownBlocks = (markdown: string): Block[] =>
  htmlBlocks(marked.parse(markdown.replace(frontMatter, ''), { async: false, gfm: true }));
