import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions';
import { streamAnswer } from './openai-chat.ts';
import { type Committed, serveRealtime } from './openai-realtime.ts';
import type { Fault, Faults, Script } from './openai-script.ts';

export interface OpenAiServer {
  /** To be set as OPENAI_BASE_URL. */
  url: string;
  /** What the chat model was asked. */
  requests: ChatCompletionCreateParams[];
  /** The lines that the voice was asked to say. */
  lines: string[];
  /** What was sent to be transcribed in real time, pause by pause. */
  committed: Committed[];
  /** When each request came, by `performance.now()`. */
  asked: { path: string; atMs: number }[];
  /** To be changed at will. */
  faults: Faults;
  stop: () => Promise<void>;
}

const endpoints: Readonly<Record<string, keyof Faults>> = {
  '/v1/models': 'models',
  '/v1/chat/completions': 'chat',
  '/v1/audio/speech': 'speech',
  '/v1/audio/transcriptions': 'transcription',
};

/** OpenAI's chat completions (streaming, with tool calls), speech and transcriptions, spoken over a real socket. */
export async function startOpenAiServer(script: Script): Promise<OpenAiServer> {
  const requests: ChatCompletionCreateParams[] = [];
  const lines: string[] = [];
  const asked: OpenAiServer['asked'] = [];
  const faults: Faults = {};
  const key = 'key' in script ? script.key : 'sk-stand-in';
  const { transcriptionMs = 0, firstTokenMs = 0, firstVoiceByteMs = 0 } = script.delays ?? {};
  const server = createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  const { committed } = serveRealtime(server, {
    isAllowed: (authorization) => key === undefined || authorization === `Bearer ${key}`,
    transcript: () => script.transcript?.() ?? '',
    transcriptionMs,
    fault: () => (faults.realtime === 'stalls' || faults.realtime === 'cut midway' ? faults.realtime : undefined),
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    asked.push({ path, atMs: performance.now() });
    const body = await bodyOf(request);
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`) {
      refuse(response, 401);
      return;
    }
    const endpoint = endpoints[path];
    const fault = endpoint === undefined ? undefined : faults[endpoint];
    if (isRefused(response, fault)) return;
    switch (endpoint) {
      case 'models':
        json(response, { object: 'list', data: [{ id: 'gpt-4o', object: 'model', created: 0, owned_by: 'stand-in' }] });
        break;
      case 'chat':
        await delay(firstTokenMs);
        chat(JSON.parse(body) as ChatCompletionCreateParams, response, fault);
        break;
      case 'speech':
        await say((JSON.parse(body) as { input: string }).input, response, fault);
        break;
      case 'transcription':
        await delay(transcriptionMs);
        json(response, { text: script.transcript?.() ?? '' });
        break;
      case 'realtime':
      case undefined:
        refuse(response, 404);
    }
  }

  function chat(request: ChatCompletionCreateParams, response: ServerResponse, fault: Fault | undefined): void {
    requests.push(request);
    const answer = script.answer(request);
    if ('status' in answer) refuse(response, answer.status);
    else streamAnswer(response, answer, fault);
  }

  async function say(line: string, response: ServerResponse, fault: Fault | undefined): Promise<void> {
    lines.push(line);
    const samples = await script.speak(line);
    const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
    await delay(firstVoiceByteMs);
    response.writeHead(200, { 'content-type': 'audio/pcm' });
    const isBroken = fault === 'stalls midway' || fault === 'cut midway';
    if (!isBroken) response.end(bytes);
    else response.write(bytes.subarray(0, bytes.length / 2), () => (fault === 'cut midway' ? response.destroy() : {}));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    lines,
    committed,
    asked,
    faults,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Faults that come before any answer. */
function isRefused(response: ServerResponse, fault: Fault | undefined): boolean {
  switch (fault) {
    case 'unauthorized':
      refuse(response, 401);
      return true;
    case 'rate limited':
      response.setHeader('retry-after', '20');
      refuse(response, 429);
      return true;
    case 'server error':
      refuse(response, 500);
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Welcome</title><h1>It works!</h1>');
      return true;
    case 'stalls':
      return true;
    case 'stalls midway':
    case 'cut midway':
    case undefined:
      return false;
  }
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
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
