import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Resolves once a SIP server on this machine's loopback answers OPTIONS over UDP. Rejects when `signal` aborts. */
export async function untilSipAnswers(port: number, signal: AbortSignal): Promise<void> {
  const socket = createSocket('udp4');
  // A port that nobody has opened yet answers by an error.
  socket.on('error', () => undefined);
  const answered = new AbortController();
  socket.on('message', (answer) => {
    if (answer.toString('latin1').startsWith('SIP/2.0 200')) answered.abort();
  });
  try {
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening', { signal });
    while (!answered.signal.aborted) {
      socket.send(optionsRequest(port, socket.address().port), port, '127.0.0.1');
      await delay(50, undefined, { signal });
    }
  } finally {
    socket.close();
  }
}

/** RFC 3261, 11.1: asks what a server can do; each is a request of its own. */
function optionsRequest(to: number, from: number): string {
  const id = randomUUID();
  return [
    `OPTIONS sip:127.0.0.1:${to} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:${from};branch=z9hG4bK${id}`,
    'Max-Forwards: 70',
    `From: <sip:start@127.0.0.1:${from}>;tag=${id}`,
    `To: <sip:127.0.0.1:${to}>`,
    `Call-ID: ${id}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}
