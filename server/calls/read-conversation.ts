import type { ConversationItem } from '@orderline/contract/conversation.ts';
import type { TranscriptResponse } from '@orderline/contract/visit.ts';
import type { AppContext } from '../app-context.ts';
import { problem } from '../http/problem-response.ts';
import { audit } from '../staff/audit.ts';
import { findEvents } from './call-events-table.ts';
import { findCall } from './calls-table.ts';

/** All that was said and looked up in a call, oldest first: what the next job goes on from. */
export function readConversation({ database }: AppContext, callId: string): Promise<ConversationItem[]> {
  return findEvents(database, callId, ['turn', 'tool_call']);
}

/** What was said, as the visitor may read it: no tool call, and none of the clerk's notes. */
export async function readTranscript({ database }: AppContext, callId: string): Promise<TranscriptResponse> {
  const turns = await findEvents(database, callId, ['turn']);
  return { turns: turns.map(({ id, role, text, by, at }) => ({ id, role, text, by, at })) };
}

/** The same for a member of staff, who leaves a line in the audit log. Throws 404 `not_found`. */
export async function readTranscriptAtDesk(
  context: AppContext,
  { callId, staffId }: { callId: string; staffId: string },
): Promise<TranscriptResponse> {
  if ((await findCall(context.database, callId)) === undefined) {
    throw problem('not_found', { detail: 'There is no such call' });
  }
  await audit(context.database, { staffId, act: 'transcript.read', subject: `call:${callId}` });
  return readTranscript(context, callId);
}
