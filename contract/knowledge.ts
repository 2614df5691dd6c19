import * as z from 'zod/mini';

export const searchQuery = z.object({ q: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) });

export const passage = z.object({
  /** The document's name, "Shipping FAQ". */
  document: z.string(),
  /** The headings above the passage, outermost first. */
  headings: z.array(z.string()),
  text: z.string(),
});
export type Passage = z.infer<typeof passage>;

export const searchResponse = z.object({ passages: z.array(passage) });
export type SearchResponse = z.infer<typeof searchResponse>;
