import type { ConversationItem } from '@orderline/contract/conversation.ts';
import type { TranscriptResponse } from '@orderline/contract/visit.ts';
import type { AppContext } from '../app-context.ts';
import { findEvents } from './call-events-table.ts';

/** All that was said and looked up in a call, oldest first: what the next job goes on from. */
export function readConversation({ database }: AppContext, callId: string): Promise<ConversationItem[]> {
  return findEvents(database, callId, ['turn', 'tool_call']);
}

/** What was said, as the visitor may read it: no tool call, and none of the clerk's notes. */
export async function readTranscript({ database }: AppContext, callId: string): Promise<TranscriptResponse> {
  const turns = await findEvents(database, callId, ['turn']);
  return { turns: turns.map(({ id, role, text, by, at }) => ({ id, role, text, by, at })) };
}
