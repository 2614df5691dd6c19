import type { Note } from './note.ts';

export type ToolName =
  'order_lookup' | 'get_order' | 'send_tracking_link' | 'search_knowledge' | 'set_pace' | 'end_call';

export interface ClerkToolCall {
  name: ToolName;
  args: Readonly<Record<string, string>>;
}

/** What the clerk says, what it noted of its question, and the tool it calls with it. */
export interface ClerkReply {
  /** Written for reading; empty where only a tool is called. */
  say: string;
  note: Note;
  toolCalls?: readonly ClerkToolCall[];
}

export const calling = (name: ToolName, args: Record<string, string>): readonly ClerkToolCall[] => [{ name, args }];
