import * as z from 'zod/mini';

/** "return-policy": what a document is called in addresses and commands. */
export const documentName = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));

export const storeDocument = z.object({
  name: z.string(),
  /** What it calls itself, "Return Policy". */
  title: z.string(),
  format: z.enum(['markdown', 'text', 'pdf', 'word']),
  /** `shipped` comes with Orderline, `store` was imported. */
  origin: z.enum(['shipped', 'store']),
  passages: z.int(),
  imported_at: z.iso.datetime({ offset: true }),
});
export type StoreDocument = z.infer<typeof storeDocument>;

/** A number that a document gives otherwise than the store profile: the agent would say the one and act by the other. */
export const documentWarning = z.object({
  document: z.string(),
  /** The headings above the passage, outermost first. */
  headings: z.array(z.string()),
  sentence: z.string(),
  /** The number's key in `store.yaml`, "returns.days". */
  key: z.string(),
  /** "45 days". */
  says: z.string(),
  /** "30 days". */
  profile_says: z.string(),
});
export type DocumentWarning = z.infer<typeof documentWarning>;

/** `GET /api/desk/documents`. */
export const documentsResponse = z.object({
  documents: z.array(storeDocument),
  warnings: z.array(documentWarning),
});
export type DocumentsResponse = z.infer<typeof documentsResponse>;

/** `PUT /api/desk/documents/{name}`. */
export const documentResponse = z.object({
  document: storeDocument,
  /** False when the same file had been imported before. */
  is_changed: z.boolean(),
  warnings: z.array(documentWarning),
});
export type DocumentResponse = z.infer<typeof documentResponse>;

/** `GET /api/desk/documents/unanswered`, those asked most often first. */
export const unansweredResponse = z.object({
  questions: z.array(
    z.object({
      /** In small letters, without contacts and numbers. */
      question: z.string(),
      times: z.int(),
      last_asked_at: z.iso.datetime({ offset: true }),
    }),
  ),
});
export type UnansweredResponse = z.infer<typeof unansweredResponse>;
