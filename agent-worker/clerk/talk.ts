import type { llm } from '@livekit/agents';
import type { TurnSource } from '@orderline/contract/conversation.ts';
import { turnSource } from '@orderline/contract/conversation.ts';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import { type Note, noteIn } from './note.ts';
import { type ToolResult, verifiedOrder } from './tool-result.ts';

/** Where the conversation stands, as the clerk reads it from its items. */
export interface Talk {
  profile: AgentProfile;
  tools: ReadonlySet<string>;
  /** The customer's last turn; empty text before the first. */
  turn: { text: string; by: TurnSource };
  /** The clerk's note on its last call or words; undefined when another model, or nobody, spoke before the turn. */
  note: Note | undefined;
  /** The agent's last words before that turn. */
  lastSaid: string | undefined;
  /** What a tool has answered since that turn: the last answer. */
  result: ToolResult | undefined;
  /** The numbers of the orders verified in this call, in the order they were proven. */
  verified: readonly string[];
  /** The address that proved the last of them. */
  verifiedEmail: string | undefined;
}

/** How agents 1.9.0 fills in the output of a tool that still runs (voice/generation.ts). */
const runningOutput = 'The tool call is still in progress.';

/** Reads a conversation of the framework, restored or lived through. */
export function readTalk(items: readonly llm.ChatItem[], tools: readonly string[], profile: AgentProfile): Talk {
  const turnAt = items.findLastIndex((item) => item.type === 'message' && item.role === 'user');
  const turn = items[turnAt];
  const results = resultsIn(items);
  const since = new Set(items.slice(turnAt + 1).flatMap((item) => ('callId' in item ? item.callId : [])));
  const proven = results.flatMap(({ result }) => {
    const order = verifiedOrder(result);
    return order ? [{ orderNumber: order.order_number, email: result.args['email'] }] : [];
  });
  const verifiedEmail = proven.map(({ email }) => email).findLast((email) => typeof email === 'string');
  const { note, lastSaid } = lastAgentMessage(items, turnAt);
  const result = results.findLast(({ callId }) => since.has(callId))?.result;
  return {
    profile,
    tools: new Set(tools),
    turn: turn?.type === 'message' ? { text: turn.textContent ?? '', by: sourceOf(turn) } : { text: '', by: 'text' },
    note: result?.note ?? note,
    lastSaid,
    result,
    verified: [...new Set(proven.map(({ orderNumber }) => orderNumber))],
    verifiedEmail,
  };
}

/** What another model had begun to say when it failed is no question of the clerk's. */
function lastAgentMessage(items: readonly llm.ChatItem[], turnAt: number): Pick<Talk, 'note' | 'lastSaid'> {
  const spoken = items.flatMap((item, at) =>
    item.type === 'message' && item.role === 'assistant' ? [{ item, at }] : [],
  );
  const last = spoken.findLast(({ item, at }) => at < turnAt || noteIn(item.extra) !== undefined);
  return { note: last && noteIn(last.item.extra), lastSaid: last?.item.textContent };
}

function sourceOf({ extra }: llm.ChatMessage): TurnSource {
  const source = turnSource.safeParse(extra['by']);
  return source.success ? source.data : 'text';
}

function resultsIn(items: readonly llm.ChatItem[]): { callId: string; result: ToolResult }[] {
  const outputs = new Map(items.flatMap((item) => (item.type === 'function_call_output' ? [[item.callId, item]] : [])));
  return items.flatMap((item) => {
    const output = item.type === 'function_call' ? outputs.get(item.callId) : undefined;
    if (item.type !== 'function_call' || output === undefined) return [];
    const args = parsed(item.args) as Record<string, unknown> | undefined;
    return [
      {
        callId: item.callId,
        result: { name: item.name, args: args ?? {}, note: noteIn(item.extra), ...answerIn(output.output) },
      },
    ];
  });
}

function answerIn(text: string): Pick<ToolResult, 'output' | 'state'> {
  if (text === runningOutput) return { output: undefined, state: 'running' };
  const output = parsed(text);
  return { output, state: typeof output === 'object' && output !== null ? 'answered' : 'broken' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
