import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, returnPort } from '../../stack/free-port.ts';

async function listenOn(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

test('takes the preferred port when it is free', async () => {
  const port = await freePort();
  returnPort(port);
  expect(await freePort(port)).toBe(port);
});

test.each(['127.0.0.1', '0.0.0.0', '::1'])('takes another one when somebody listens on %s', async (host) => {
  const taken = await listenOn(host);
  const port = await freePort(taken);
  expect(port).not.toBe(taken);
  expect(port).toBeGreaterThan(0);
});

test('never gives the same port twice', async () => {
  const first = await freePort();
  expect(await freePort(first)).not.toBe(first);
});
