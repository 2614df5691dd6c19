import * as z from 'zod/mini';

export const turnSource = z.enum(['voice', 'text', 'keys', 'tap']);
export type TurnSource = z.infer<typeof turnSource>;

/**
 * What the agent says beside the conversation: whether somebody is there, that they were not heard, that something is
 * wrong, that it is back after its job was lost. What was asked or left unanswered before stays so.
 */
export const aside = z.enum(['still_there', 'not_heard', 'trouble', 'back_again']);
export type Aside = z.infer<typeof aside>;

/** One thing said. `note` is the clerk's own mark on what it asked; nobody else reads it. */
export const turn = z.object({
  kind: z.literal('turn'),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  role: z.enum(['customer', 'agent']),
  text: z.string().check(z.maxLength(4000)),
  by: turnSource,
  at: z.iso.datetime({ offset: true }),
  was_interrupted: z.optional(z.boolean()),
  /** The proposal that this turn of the agent read back, to its end unless it was interrupted. */
  reads_back: z.optional(z.uuid()),
  aside: z.optional(aside),
  note: z.optional(z.record(z.string(), z.unknown())),
});
export type Turn = z.infer<typeof turn>;

/** One tool call with its output, as the model saw them. */
export const toolCall = z.object({
  kind: z.literal('tool_call'),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.maxLength(64)),
  /** JSON text. */
  arguments: z.string().check(z.maxLength(8000)),
  output: z.string().check(z.maxLength(32_000)),
  is_error: z.boolean(),
  at: z.iso.datetime({ offset: true }),
  took_ms: z.number(),
});
export type ToolCall = z.infer<typeof toolCall>;

export const conversationItem = z.discriminatedUnion('kind', [turn, toolCall]);
export type ConversationItem = z.infer<typeof conversationItem>;
