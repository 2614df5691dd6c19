import { command, type Command, type JoinResponse } from '@orderline/contract/call.ts';

export interface CommandReader {
  /** The next command; undefined once the stream is over. */
  next(): Promise<Command | undefined>;
  /** Breaks the connection, as the death of a job does. */
  break(): void;
}

/** Reads a call's command stream over a real connection. Throws unless the server answers 200. */
export async function readCommands(serverUrl: string, { call_id, call_token }: JoinResponse): Promise<CommandReader> {
  const connection = new AbortController();
  const response = await fetch(`${serverUrl}/api/calls/${call_id}/commands`, {
    headers: { authorization: `Bearer ${call_token}` },
    signal: connection.signal,
  });
  if (!response.ok || response.body === null) throw new Error(`The command stream was answered ${response.status}`);
  const commands = parse(response.body);
  return {
    next: async () => {
      const { value } = await commands.next();
      return value;
    },
    break: () => connection.abort(),
  };
}

async function* parse(body: ReadableStream<Uint8Array>): AsyncGenerator<Command, undefined> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith('data: ')) yield command.parse(JSON.parse(block.slice('data: '.length)));
    }
  }
  return undefined;
}
