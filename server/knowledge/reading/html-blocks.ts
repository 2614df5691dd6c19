import { Parser } from 'htmlparser2';
import type { Block, ListItem } from './block.ts';
import { plainLine } from './plain-line.ts';
import { tableBlock } from './table-block.ts';

const longestBoldHeading = 100;
const boldHeadingLevel = 6;
const headings = /^h([1-6])$/;
const breaks = new Set(['p', 'div', 'section', 'article', 'blockquote', 'pre', 'hr', 'br', 'dt', 'dd', 'figure']);
const unread = new Set(['script', 'style', 'head', 'template', 'title', 'svg', 'object', 'iframe']);

/** The blocks of an HTML document or part of one, in order; what is not text (scripts, styles, pictures) is left out. */
export function htmlBlocks(html: string): Block[] {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  reader.flush();
  return reader.blocks;
}

interface OpenList {
  readonly isOrdered: boolean;
  readonly items: ListItem[];
}

interface OpenTable {
  readonly rows: string[][];
  isHeaderMarked: boolean;
}

/** Takes the parser's events; text gathers until something ends that it belongs to. */
class HtmlReader {
  readonly blocks: Block[] = [];
  #text = '';
  #boldLength = 0;
  #boldDepth = 0;
  #unreadDepth = 0;
  #link: string | undefined;
  #isTitle = false;
  /** Outermost first; only the outermost becomes a block. */
  readonly #lists: OpenList[] = [];
  #table: OpenTable | undefined;
  #tableDepth = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (unread.has(name)) this.#unreadDepth += 1;
    else if (name === 'strong' || name === 'b') this.#boldDepth += 1;
    else if (name === 'a') this.#link = attributes['href'];
    else if (name === 'ul' || name === 'ol') this.#openList(name === 'ol');
    else if (name === 'table') this.#openTable();
    else if (name === 'tr' && this.#tableDepth === 1) this.#table?.rows.push([]);
    else if (name === 'th' && this.#tableDepth === 1 && this.#table?.rows.length === 1)
      this.#table.isHeaderMarked = true;
    else if (headings.test(name)) {
      this.#endParagraph();
      this.#isTitle = attributes['class'] === 'title';
    } else if (breaks.has(name)) this.#break();
  }

  text(text: string): void {
    if (this.#unreadDepth > 0) return;
    this.#text += text;
    if (this.#boldDepth > 0) this.#boldLength += plainLine(text).length;
  }

  close(name: string): void {
    if (unread.has(name)) this.#unreadDepth -= 1;
    else if (name === 'strong' || name === 'b') this.#boldDepth -= 1;
    else if (name === 'a') this.#endLink();
    else if (name === 'li') this.#endItem();
    else if (name === 'ul' || name === 'ol') this.#closeList();
    else if (name === 'td' || name === 'th') this.#endCell();
    else if (name === 'table') this.#closeTable();
    else if (headings.test(name)) this.#endHeading(Number(name.slice(1)));
    else if (breaks.has(name)) this.#break();
  }

  /** At the end: what was never closed. */
  flush(): void {
    while (this.#lists.length > 0) this.#closeList();
    if (this.#tableDepth > 0) {
      this.#tableDepth = 1;
      this.#closeTable();
    }
    this.#endParagraph();
  }

  /** Within an item or a cell a paragraph's end is only a space: there the text goes on. */
  #break(): void {
    if (this.#tableDepth > 0 || this.#lists.length > 0) this.#text += ' ';
    else this.#endParagraph();
  }

  #takeText(): { text: string; isBold: boolean } {
    const text = plainLine(this.#text);
    const isBold = text !== '' && this.#boldLength >= text.replaceAll(' ', '').length;
    this.#text = '';
    this.#boldLength = 0;
    return { text, isBold };
  }

  #endParagraph(): void {
    const { text, isBold } = this.#takeText();
    if (text === '') return;
    // Many a document has headings that are only bold.
    const isHeading = isBold && text.length <= longestBoldHeading && !/[.;,]$/.test(text);
    this.blocks.push(isHeading ? { kind: 'heading', level: boldHeadingLevel, text } : { kind: 'paragraph', text });
  }

  #endHeading(level: number): void {
    const { text } = this.#takeText();
    if (text !== '') this.blocks.push({ kind: 'heading', level: this.#isTitle ? 0 : level, text });
  }

  /** Where a link leads is part of what it says. */
  #endLink(): void {
    const link = this.#link;
    this.#link = undefined;
    if (link === undefined || !/^https?:\/\/[^\s<>]{1,300}$/i.test(link)) return;
    if (!this.#text.includes(link.replace(/^https?:\/\/|\/$/gi, ''))) this.text(` (${link})`);
  }

  #openList(isOrdered: boolean): void {
    if (this.#lists.length === 0 && this.#tableDepth === 0) this.#endParagraph();
    else this.#endItem();
    this.#lists.push({ isOrdered, items: this.#lists[0]?.items ?? [] });
  }

  #endItem(): void {
    const list = this.#lists.at(-1);
    // A list in a cell is part of the cell's text.
    if (list === undefined || this.#tableDepth > 0) {
      this.#text += ' ';
      return;
    }
    const { text } = this.#takeText();
    if (text !== '') list.items.push({ text, depth: this.#lists.length - 1 });
  }

  #closeList(): void {
    this.#endItem();
    const list = this.#lists.pop();
    if (list === undefined || this.#lists.length > 0 || list.items.length === 0) return;
    this.blocks.push({ kind: 'list', isOrdered: list.isOrdered, items: list.items });
  }

  #openTable(): void {
    if (this.#tableDepth === 0) {
      if (this.#lists.length === 0) this.#endParagraph();
      this.#table = { rows: [], isHeaderMarked: false };
    }
    this.#tableDepth += 1;
  }

  #endCell(): void {
    if (this.#tableDepth !== 1) {
      this.#text += ' ';
      return;
    }
    this.#table?.rows.at(-1)?.push(this.#takeText().text);
  }

  #closeTable(): void {
    this.#tableDepth -= 1;
    if (this.#tableDepth > 0 || this.#table === undefined) return;
    const block = tableBlock(this.#table.rows, this.#table.isHeaderMarked);
    this.#table = undefined;
    if (block !== undefined) this.blocks.push(block);
  }
}
