/** A SIP message (RFC 3261) as far as a telephone call needs it. */
export interface SipMessage {
  /** `INVITE sip:… SIP/2.0`, or `SIP/2.0 200 OK`. */
  readonly start: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export function readSip(packet: Buffer): SipMessage {
  const [head = '', ...body] = packet.toString('utf8').split('\r\n\r\n');
  const [start = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
  });
  return { start, headers, body: body.join('\r\n\r\n') };
}

export function writeSip({ start, headers, body }: SipMessage): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [start, ...lines, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}

export const statusOf = ({ start }: SipMessage): number => Number(/^SIP\/2\.0 (\d{3})/.exec(start)?.[1] ?? 0);

export const methodOf = ({ start }: SipMessage): string | undefined =>
  start.startsWith('SIP/') ? undefined : start.split(' ')[0];

export const headerOf = ({ headers }: SipMessage, name: string): string =>
  headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1] ?? '';

/** The answer to a request: the headers that RFC 3261, 8.2.6 says are to be repeated. */
export function answerTo(request: SipMessage, start: string): SipMessage {
  const repeated = ['via', 'from', 'to', 'call-id', 'cseq'];
  return { start, headers: request.headers.filter(([name]) => repeated.includes(name.toLowerCase())), body: '' };
}
