/** A notice in words, before it is a text, a plain part or a page: all of them are made of it. */
export interface Letter {
  /** The whole of the text message but its frame. */
  readonly text: string;
  /** Also the heading of the e-mail. */
  readonly subject: string;
  readonly body: readonly Block[];
  /** Why the customer gets it: a call they made, or what became of their order. */
  readonly reason: 'call' | 'order';
  /** The return whose label is attached. */
  readonly labelOf?: string;
}

/** One thing after the other, each understood without sight and without colours. */
export type Block =
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'list'; readonly entries: readonly string[] }
  | { readonly block: 'steps'; readonly steps: readonly string[] }
  /** `isTotal` sets off the last row. */
  | { readonly block: 'table'; readonly caption: string; readonly rows: readonly Row[] }
  | { readonly block: 'link'; readonly words: string; readonly url: string };

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly isTotal?: boolean;
}

/** Nothing where there are no words. */
export const paragraph = (text: string): Block[] => (text === '' ? [] : [{ block: 'paragraph', text }]);
