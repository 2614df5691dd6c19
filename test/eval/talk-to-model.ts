import { llm } from '@livekit/agents';

/** One question to a model, and its whole answer. */
export async function talkToModel(
  model: llm.LLM,
  messages: readonly { role: 'system' | 'user' | 'assistant'; content: string }[],
) {
  const chatCtx = llm.ChatContext.empty();
  for (const message of messages) chatCtx.addMessage(message);
  let answer = '';
  for await (const { delta } of model.chat({ chatCtx })) answer += delta?.content ?? '';
  return answer.trim();
}
