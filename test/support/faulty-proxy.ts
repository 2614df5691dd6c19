import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

const lateMs = 800;

/**
 * What goes wrong on the way. `lost answer`: the server has done it, and nobody hears; `stalls`: it never hears of it, and
 * nobody is told; `late answer`: it comes after what was asked later; the others answer in its place, or spoil its answer.
 */
export type WireFault = 'lost answer' | 'late answer' | 'stalls' | 'server error' | 'cut json' | 'other json' | 'html';

export interface FaultyProxy {
  readonly url: string;
  /** For the next requests whose path ends like this, one each; then all go through. */
  readonly faults: { path: RegExp; fault: WireFault }[];
  /** What was asked of the server, faults included. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Stands between a worker and its server, on real sockets. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  const faults: FaultyProxy['faults'] = [];
  const asked: string[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    asked.push(`${method} ${url}`);
    const at = faults.findIndex(({ path }) => path.test(url));
    const [spoiled] = at < 0 ? [] : faults.splice(at, 1);
    const body = await buffer(request);
    if (spoiled?.fault === 'stalls') return;
    if (spoiled?.fault === 'server error') {
      response.writeHead(500, { 'content-type': 'application/problem+json' }).end('{"stack":"Error: at db.ts:17"}');
      return;
    }
    if (spoiled?.fault === 'html') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
      return;
    }
    const answer = await fetch(new URL(url, target), {
      method,
      headers: Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) =>
          typeof value !== 'string' || ['host', 'connection', 'content-length'].includes(name) ? [] : [[name, value]],
        ),
      ),
      ...(body.length === 0 ? {} : { body }),
    });
    const text = await answer.text();
    if (spoiled?.fault === 'lost answer') {
      response.destroy();
      return;
    }
    if (spoiled?.fault === 'late answer') await delay(lateMs);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(spoiledText(text, spoiled?.fault));
  }

  const server = createServer((request, response) => {
    void pass(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function spoiledText(text: string, fault: WireFault | undefined): string {
  if (fault === 'cut json') return text.slice(0, text.length / 2);
  return fault === 'other json' ? '{"say":17,"status":["Error: relation does not exist"]}' : text;
}
