import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { Fault, ModelAnswer, ToolCalled } from './openai-script.ts';

type Delta = ChatCompletionChunk.Choice.Delta;

/** A streamed answer in small pieces: words one by one, a tool call's arguments cut anywhere. */
export function streamAnswer(
  response: ServerResponse,
  answer: Exclude<ModelAnswer, { status: number }>,
  fault: Fault | undefined,
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const pieces = piecesOf(answer);
  const isBroken = fault === 'stalls midway' || fault === 'cut midway';
  const sent = isBroken ? pieces.slice(0, Math.ceil(pieces.length / 2)) : pieces;
  for (const delta of sent) send(response, { choices: [{ index: 0, delta, finish_reason: null }] });
  if (fault === 'stalls midway') return;
  if (fault === 'cut midway') {
    // What was written is to arrive before the connection breaks.
    response.write('\n', () => response.destroy());
    return;
  }
  const finish_reason = 'text' in answer ? 'stop' : 'tool_calls';
  send(response, { choices: [{ index: 0, delta: {}, finish_reason }] });
  send(response, { choices: [], usage: usageOf(pieces) });
  response.end('data: [DONE]\n\n');
}

function piecesOf(answer: Exclude<ModelAnswer, { status: number }>): Delta[] {
  if ('text' in answer) return answer.text.split(/(?<= )/).map((content) => ({ role: 'assistant', content }));
  return ('together' in answer ? answer.together : [answer]).flatMap(callPieces);
}

function callPieces(called: ToolCalled, index: number): Delta[] {
  const { tool: name, arguments: args, id = `call_${randomUUID()}` } = called;
  const call: Delta = {
    role: 'assistant',
    tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }],
  };
  const pieces = JSON.stringify(args).match(/.{1,7}/gs) ?? [];
  return [call, ...pieces.map((piece) => ({ tool_calls: [{ index, function: { arguments: piece } }] }))];
}

function usageOf(pieces: Delta[]): NonNullable<ChatCompletionChunk['usage']> {
  const prompt_tokens = 1_000;
  return { prompt_tokens, completion_tokens: pieces.length, total_tokens: prompt_tokens + pieces.length };
}

function send(
  response: ServerResponse,
  part: Pick<ChatCompletionChunk, 'choices'> & Partial<ChatCompletionChunk>,
): void {
  const chunk: ChatCompletionChunk = {
    id: 'chatcmpl-stand-in',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'gpt-4o',
    ...part,
  };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}
