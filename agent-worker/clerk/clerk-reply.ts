import type { ChangeKind } from '@orderline/contract/proposal.ts';
import type { Note } from './note.ts';

export type ToolName =
  | 'order_lookup'
  | 'get_order'
  | 'send_tracking_link'
  | 'send_receipt'
  | 'read_shipping_address'
  | 'search_knowledge'
  | 'returnable_items'
  | 'return_status'
  | 'send_return_label'
  | 'exchange_options'
  | 'open_investigation'
  | 'escalate'
  | 'take_message'
  | 'set_pace'
  | 'end_call'
  | ProposingTool;

/** The tools that only propose: the caller's own answer to the read-back accepts (DESIGN §6, confirmation). */
type ProposingTool = `propose_${ChangeKind}`;

/** What is given to a tool: values of JSON. */
export type ToolArgs = Readonly<Record<string, unknown>>;

export interface ClerkToolCall {
  name: ToolName;
  args: ToolArgs;
}

/** What the clerk says, what it noted of its question, and the tool it calls with it. */
export interface ClerkReply {
  /** Written for reading; empty where only a tool is called. */
  say: string;
  note: Note;
  toolCalls?: readonly ClerkToolCall[];
}

export const calling = (name: ToolName, args: ToolArgs): readonly ClerkToolCall[] => [{ name, args }];
