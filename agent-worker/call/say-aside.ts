import { llm, shortuuid, type voice } from '@livekit/agents';
import type { Aside } from '@orderline/contract/conversation.ts';
import type { CallState } from './call-state.ts';

/**
 * Says something beside the conversation. What was asked stays open, and is listened for; only a change that was read back
 * is read anew, for a "yes" may answer this (DESIGN §6, confirmation). Models and the transcript know of it.
 */
export function sayAside(
  { aside, text }: { aside: Aside; text: string },
  { session, call }: { session: voice.AgentSession; call: CallState },
): void {
  if (call.phase !== 'talking') return;
  const message = llm.ChatMessage.create({
    id: shortuuid('aside_'),
    role: 'assistant',
    content: text,
    extra: { aside },
  });
  const chatCtx = session.currentAgent.chatCtx.copy();
  chatCtx.insert(message);
  void session.currentAgent.updateChatCtx(chatCtx);
  call.events.add({
    kind: 'turn',
    id: message.id,
    role: 'agent',
    text,
    by: 'voice',
    at: new Date(message.createdAt).toISOString(),
    aside,
  });
  const readAnew = () => call.confirmation.onSpoken({}, { wasInterrupted: false });
  readAnew();
  // Where a read-back was still being said, this came after it.
  session.say(text, { addToChatCtx: false }).addDoneCallback(readAnew);
}
