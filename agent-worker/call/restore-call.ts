import { llm } from '@livekit/agents';
import type { ConversationItem, ToolCall, Turn } from '@orderline/contract/conversation.ts';
import { customerMessage } from './take-turn.ts';

/** What a job begins with when the call was already going on. */
export interface RestoredCall {
  chatCtx: llm.ChatContext;
  /** The clerk's mark on the last thing the agent said. */
  lastNote: Readonly<Record<string, unknown>> | undefined;
  /** The customer spoke last, and the job died before the answer was out. */
  owesAnswer: boolean;
}

/**
 * The conversation so far as a model's context, item by item (the framework has no way to read a stored one), in the
 * order in which it happened.
 */
export function restoreCall(conversation: readonly ConversationItem[]): RestoredCall {
  const chatCtx = llm.ChatContext.empty();
  // Items made in one millisecond must keep their order, and the context sorts by time.
  chatCtx.items = conversation.flatMap((item) => (item.kind === 'turn' ? messageOf(item) : callOf(item)));
  const turns = conversation.filter((item) => item.kind === 'turn').filter(({ aside }) => aside === undefined);
  return {
    chatCtx,
    lastNote: turns.findLast(({ role }) => role === 'agent')?.note,
    owesAnswer: turns.at(-1)?.role === 'customer',
  };
}

function messageOf(turn: Turn): llm.ChatMessage {
  if (turn.role === 'customer') return customerMessage(turn, Date.parse(turn.at));
  return llm.ChatMessage.create({
    id: turn.id,
    role: 'assistant',
    content: turn.text,
    interrupted: turn.was_interrupted ?? false,
    createdAt: Date.parse(turn.at),
    extra: {
      ...(turn.note === undefined ? {} : { clerk: turn.note }),
      ...(turn.aside === undefined ? {} : { aside: turn.aside }),
    },
  });
}

function callOf({ id, name, arguments: args, output, is_error, at, took_ms }: ToolCall): llm.ChatItem[] {
  const startedAt = Date.parse(at);
  return [
    llm.FunctionCall.create({ callId: id, name, args, createdAt: startedAt }),
    llm.FunctionCallOutput.create({ callId: id, name, output, isError: is_error, createdAt: startedAt + took_ms }),
  ];
}
