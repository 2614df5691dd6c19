import type { AppContext } from '../app-context.ts';
import type { AttachmentReference } from './messages-table.ts';

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Makes what a reference names, at the time of sending; undefined when it is not to be had any more. */
export type AttachmentMaker = (context: AppContext, reference: AttachmentReference) => Promise<Attachment | undefined>;

/** Makers by the kind of the reference. */
export type AttachmentMakers = Readonly<Record<string, AttachmentMaker>>;

/**
 * What a message refers to. What cannot be had any more is left out, as the words around it stand by themselves; a kind
 * that nobody makes is our mistake, and throws.
 */
export async function makeAttachments(
  context: AppContext,
  makers: AttachmentMakers,
  references: readonly AttachmentReference[],
): Promise<Attachment[]> {
  const made = await Promise.all(
    references.map((reference) => {
      const maker = makers[reference.kind];
      if (maker === undefined) throw new Error(`Nobody makes attachments of the kind ${reference.kind}`);
      return maker(context, reference);
    }),
  );
  return made.filter((attachment) => attachment !== undefined);
}
