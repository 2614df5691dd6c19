/** A piece of a document as its reader makes it, whatever the file was: plain text, one line each. */
export type Block =
  | Heading
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly ListItem[] }
  | Table;

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the outermost; 0 is the document's title. */
  readonly level: number;
  readonly text: string;
}

export interface ListItem {
  readonly text: string;
  /** 0 for the list's own items, 1 for those of a list within it, and so on. */
  readonly depth: number;
}

export interface Table {
  readonly kind: 'table';
  /** What its columns are called, where the document says so. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
}
