import * as z from 'zod';
import type { CallState } from '../call/call-state.ts';
import { recordedTool } from './recorded-tool.ts';

const parameters = z.strictObject({
  question: z.string().trim().min(1).max(300).describe('What the caller wants to know, in a few words'),
});

/** Passages of the store's own documents: shipping, returns, and what else the store has uploaded. */
export function searchKnowledge(call: CallState) {
  return recordedTool(call, {
    name: 'search_knowledge',
    description: "Search the store's documents on shipping, delivery and returns",
    parameters,
    ask: ({ question }, { signal }) => call.server.searchKnowledge(question, signal),
  });
}
