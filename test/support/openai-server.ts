import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChatCompletionChunk, ChatCompletionCreateParams } from 'openai/resources/chat/completions';

/** What the stand-in model answers to one request. */
export type ModelAnswer = { text: string } | { tool: string; arguments: Record<string, unknown> } | { status: number };

interface Script {
  answer: (request: ChatCompletionCreateParams) => ModelAnswer;
  /** 24 kHz mono samples for a line, as the speech endpoint streams them. */
  speak: (line: string) => Promise<Int16Array>;
  /** What the transcription endpoint understands, whatever it is sent. */
  transcript?: () => string;
}

export interface OpenAiServer {
  /** To be set as OPENAI_BASE_URL. */
  url: string;
  requests: ChatCompletionCreateParams[];
  stop: () => Promise<void>;
}

/** OpenAI's chat completions (streaming, with tool calls), speech and transcriptions, spoken over real HTTP. */
export async function startOpenAiServer(script: Script): Promise<OpenAiServer> {
  const requests: ChatCompletionCreateParams[] = [];
  const server = createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.headers.authorization !== 'Bearer sk-stand-in') {
      refuse(response, 401);
      return;
    }
    if (request.url === '/v1/chat/completions') {
      const chat = JSON.parse(body) as ChatCompletionCreateParams;
      requests.push(chat);
      const answer = script.answer(chat);
      if ('status' in answer) refuse(response, answer.status);
      else streamAnswer(response, answer);
    } else if (request.url === '/v1/audio/speech') {
      const { input } = JSON.parse(body) as { input: string };
      response.writeHead(200, { 'content-type': 'audio/pcm' });
      const samples = await script.speak(input);
      response.end(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
    } else if (request.url === '/v1/audio/transcriptions') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ text: script.transcript?.() ?? '' }));
    } else {
      refuse(response, 404);
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A streamed answer in small pieces: words one by one, a tool call's arguments cut anywhere. */
function streamAnswer(response: ServerResponse, answer: Exclude<ModelAnswer, { status: number }>): void {
  const id = 'chatcmpl-stand-in';
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (
    delta: ChatCompletionChunk.Choice.Delta,
    finish_reason: ChatCompletionChunk.Choice['finish_reason'] = null,
  ) => {
    const chunk: ChatCompletionChunk = {
      id,
      object: 'chat.completion.chunk',
      created: 0,
      model: 'gpt-4o',
      choices: [{ index: 0, delta, finish_reason }],
    };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };

  if ('text' in answer) {
    for (const word of answer.text.split(/(?<= )/)) send({ role: 'assistant', content: word });
    send({}, 'stop');
  } else {
    send({
      role: 'assistant',
      tool_calls: [
        { index: 0, id: `call_${answer.tool}`, type: 'function', function: { name: answer.tool, arguments: '' } },
      ],
    });
    for (const piece of JSON.stringify(answer.arguments).match(/.{1,7}/gs) ?? [])
      send({ tool_calls: [{ index: 0, function: { arguments: piece } }] });
    send({}, 'tool_calls');
  }
  response.end('data: [DONE]\n\n');
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message: `stand-in answers ${status}`, type: 'stand_in', code: null } }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
