import { ReadableStream } from 'node:stream/web';
import { setTimeout as delay } from 'node:timers/promises';
import { llm, shortuuid, type voice } from '@livekit/agents';
import type { OwnWords } from './confirmation.ts';

/** A caller who hears nothing for longer wonders (no dead air over 4 s). Each after so long, from the one before on. */
const fillers = [
  { afterMs: 1_500, text: 'One moment, please. ' },
  { afterMs: 3_500, text: "I'm still working on it. Thank you for waiting. " },
] as const;

type Reply = Awaited<ReturnType<voice.Agent['llmNode']>>;
type Chunk = llm.ChatChunk | string;

/**
 * A reply that begins with what the worker says itself. Where the conversation goes on from there, `goOn` asks the model,
 * which is given those words as said.
 */
export function sayOwnWords(words: OwnWords, goOn: (said: llm.ChatMessage) => Promise<Reply>): ReadableStream<Chunk> {
  return ReadableStream.from<Chunk>(replyWith(words, goOn));
}

async function* replyWith(
  { text, mark, then }: OwnWords,
  goOn: (said: llm.ChatMessage) => Promise<Reply>,
): AsyncGenerator<Chunk> {
  const extra = { confirmation: mark };
  for (const filler of fillers) {
    const isThere = await Promise.race([text.then(() => true), delay(filler.afterMs, false)]);
    if (isThere) break;
    yield chunkOf(filler.text, {});
  }
  const content = await text;
  yield chunkOf(content, extra);
  if (then === 'wait') return;
  const rest = await goOn(llm.ChatMessage.create({ role: 'assistant', content, extra }));
  if (rest === null) return;
  yield ' ';
  for await (const chunk of rest as AsyncIterable<Chunk>) yield chunk;
}

const chunkOf = (content: string, extra: Record<string, unknown>): llm.ChatChunk => ({
  id: shortuuid('own_'),
  delta: { role: 'assistant', content, extra },
});
