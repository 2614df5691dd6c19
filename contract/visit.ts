import * as z from 'zod/mini';
import { turn } from './conversation.ts';

/** What the widget shows again after a reload. */
export const transcriptResponse = z.object({
  turns: z.array(z.pick(turn, { id: true, role: true, text: true, by: true, at: true })),
});
export type TranscriptResponse = z.infer<typeof transcriptResponse>;

/** A message left for the store's people when no agent could take the call. */
export const visitorMessage = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
  contact: z.string().check(z.trim(), z.minLength(5), z.maxLength(254)),
});
export type VisitorMessage = z.infer<typeof visitorMessage>;
