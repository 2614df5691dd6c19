import type { llm } from '@livekit/agents';
import type { Aside, TurnSource } from '@orderline/contract/conversation.ts';
import { turnSource } from '@orderline/contract/conversation.ts';
import type { AgentProfile } from '@orderline/contract/profile.ts';
import { type Note, noteIn } from './note.ts';
import { type ToolResult, verifiedOrder } from './tool-result.ts';

interface CustomerTurn {
  text: string;
  by: TurnSource;
}

/** Where the conversation stands, as the clerk reads it from its items. */
export interface Talk {
  profile: AgentProfile;
  tools: ReadonlySet<string>;
  /** The customer's last turn; empty text before the first. */
  turn: CustomerTurn;
  /** Earlier ones that the agent has not answered: it was interrupted before it said a word. */
  unanswered: readonly CustomerTurn[];
  /** The clerk's note on its last call or words; undefined when another model, or nobody, spoke before the turn. */
  note: Note | undefined;
  /** The agent's last words before that turn, asides left out. */
  lastSaid: string | undefined;
  /** It was asked whether anybody is there, and the turn is the answer. */
  wasAskedIfThere: boolean;
  /** What a tool has answered since that turn: the last answer. */
  result: ToolResult | undefined;
  /** Everything that tools have answered in this call. */
  results: readonly ToolResult[];
  /** What the worker has told since that turn: what came of the proposal that the turn answered. */
  told: { outcome: 'accepted' | 'declined'; text: string } | undefined;
  /** What the customer said before that turn. */
  earlier: readonly string[];
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
  const lastSpoken = items.findLastIndex(
    (item, at) => item.type === 'message' && item.role === 'assistant' && at < turnAt && !isAside(item),
  );
  const lastWords = items[lastSpoken];
  const result = results.findLast(({ callId }) => since.has(callId))?.result;
  return {
    profile,
    tools: new Set(tools),
    turn: turnIn(turn) ?? { text: '', by: 'text' },
    unanswered: items.slice(lastSpoken + 1, Math.max(turnAt, 0)).flatMap((item) => turnIn(item) ?? []),
    note: lastNote(items, turnAt) ?? noteOfClosing(lastWords),
    lastSaid: lastWords?.type === 'message' ? lastWords.textContent : undefined,
    wasAskedIfThere: isAskedIfThere(items.slice(0, Math.max(turnAt, 0)).findLast(({ type }) => type === 'message')),
    result,
    results: results.map(({ result }) => result),
    told: toldSince(items.slice(turnAt + 1)),
    earlier: items.slice(0, Math.max(turnAt, 0)).flatMap((item) => turnIn(item)?.text ?? []),
    verified: [...new Set(proven.map(({ orderNumber }) => orderNumber))],
    verifiedEmail,
  };
}

/**
 * The clerk's note on whatever it did last, words or a call; none where another model spoke since. What such a model had
 * begun to say to the turn itself, when it failed, is no question.
 */
function lastNote(items: readonly llm.ChatItem[], turnAt: number): Note | undefined {
  const notes = items.flatMap((item, at) => {
    if (item.type === 'function_call') return noteIn(item.extra) ?? [];
    if (item.type !== 'message' || item.role !== 'assistant') return [];
    return noteIn(item.extra) ?? (at < turnAt && !isWorkers(item) ? [undefined] : []);
  });
  return notes.at(-1);
}

/** A read-back, what came of it, or an aside: the worker's words, with its own mark on them. */
const isWorkers = (message: llm.ChatMessage) =>
  message.extra['confirmation'] !== undefined || message.extra['clerk'] !== undefined || isAside(message);

const isAside = ({ extra }: llm.ChatMessage) => extra['aside'] !== undefined;

const isAskedIfThere = (item: llm.ChatItem | undefined) =>
  item?.type === 'message' && item.extra['aside'] === ('still_there' satisfies Aside);

/** "Is there anything else?" is answered alike, whoever asked it. */
function noteOfClosing(words: llm.ChatItem | undefined): Note | undefined {
  const text = words?.type === 'message' ? (words.textContent ?? '') : '';
  return /\banything else\b[^.?!]*\?\s*$/i.test(text) ? { asked: 'matter', about: 'anything_else' } : undefined;
}

function toldSince(items: readonly llm.ChatItem[]): Talk['told'] {
  const marked = items.flatMap((item) => {
    if (item.type !== 'message' || item.role !== 'assistant') return [];
    const outcome = outcomeIn(item.extra['confirmation']);
    return outcome === undefined ? [] : [{ outcome, text: item.textContent ?? '' }];
  });
  return marked.at(-1);
}

function outcomeIn(mark: unknown): 'accepted' | 'declined' | undefined {
  const tells = typeof mark === 'object' && mark !== null ? (mark as { tells?: unknown }).tells : undefined;
  return tells === 'accepted' || tells === 'declined' ? tells : undefined;
}

function turnIn(item: llm.ChatItem | undefined): CustomerTurn | undefined {
  if (item?.type !== 'message' || item.role !== 'user') return undefined;
  return { text: item.textContent ?? '', by: sourceOf(item) };
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
        result: { name: item.name, args: args ?? {}, ...answerIn(output.output) },
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
