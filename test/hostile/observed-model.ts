import type { llm } from '@livekit/agents';
import { ClerkLlm } from '../../agent-worker/clerk/clerk-llm.ts';

/** A model of which is known what reached it and what it brought along. */
export interface ObservedModel extends llm.LLM {
  /** The contexts that it was given. */
  readonly read: readonly string[];
  /** What it has said, and the arguments that it has written. */
  readonly brought: readonly string[];
  /** The arguments of its lookups. */
  readonly lookups: readonly string[];
}

/** The built-in clerk; it brings nothing along that it has not read. */
export class ObservedClerk extends ClerkLlm implements ObservedModel {
  readonly read: string[] = [];
  readonly brought = [];
  readonly lookups = [];

  override chat(request: Parameters<ClerkLlm['chat']>[0]): llm.LLMStream {
    this.read.push(JSON.stringify(request.chatCtx.items));
    return super.chat(request);
  }
}
