import { ReadableStream } from 'node:stream/web';
import type { llm, voice } from '@livekit/agents';
import type { CallState } from './call-state.ts';
import { noteOf } from './note-of.ts';

type Reply = ReturnType<voice.Agent['llmNode']>;
type Chunk = llm.ChatChunk | string | symbol;

/**
 * Passes a reply on, and keeps the mark of what it asks: it counts once the reply is spoken. A reply that is thrown away
 * leaves its mark until the next one begins, which is before anything is spoken.
 */
export async function noteWhatComes(reply: Reply, call: CallState): Reply {
  const chunks = await reply;
  if (chunks === null) return null;
  call.comingNote = undefined;
  return ReadableStream.from<Chunk>(noted(chunks as AsyncIterable<Chunk>, call)) as Awaited<Reply>;
}

async function* noted(chunks: AsyncIterable<Chunk>, call: CallState): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) {
    if (typeof chunk === 'object') call.comingNote = noteOf(chunk.delta?.extra) ?? call.comingNote;
    yield chunk;
  }
}
