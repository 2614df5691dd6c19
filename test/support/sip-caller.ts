import { randomUUID } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { fliteSampleRateHz } from '../../agent-worker/models/flite.ts';
import { callerSays } from './caller-voice.ts';
import { patienceMs } from './patience.ts';
import { eventPayloadType, type LineCodec, pcmu, RtpLine } from './rtp-line.ts';
import { answerTo, headerOf, methodOf, readSip, type SipMessage, statusOf, writeSip } from './sip-message.ts';

const retransmitMs = 500;

interface Dialling {
  sipPort: number;
  to: string;
  from: string;
  codec?: LineCodec;
}

/** A telephone: dials over UDP, speaks and keys over RTP, listens, hangs up and hears being hung up on. */
export class SipCaller {
  readonly line: RtpLine;
  /** From the first INVITE to the answer. */
  answeredAfterMs = 0;
  readonly #socket: Socket;
  readonly #dialling: Required<Dialling>;
  readonly #callId = randomUUID();
  readonly #from: string;
  readonly #hungUp = new AbortController();
  #isOver = false;
  #to: string;
  #target: string;

  private constructor(socket: Socket, line: RtpLine, dialling: Required<Dialling>) {
    this.#socket = socket;
    this.line = line;
    this.#dialling = dialling;
    const { port } = socket.address();
    this.#from = `<sip:${dialling.from}@127.0.0.1:${port}>;tag=${this.#callId}`;
    this.#to = `<sip:${dialling.to}@127.0.0.1:${dialling.sipPort}>`;
    this.#target = `sip:${dialling.to}@127.0.0.1:${dialling.sipPort}`;
    socket.on('message', (packet) => this.#answerRequest(readSip(packet)));
  }

  /** Rings until it is answered. Throws when it is refused, or nobody answers. */
  static async call(dialling: Dialling, { withinMs = patienceMs } = {}): Promise<SipCaller> {
    const whole = { codec: pcmu, ...dialling };
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const caller = new SipCaller(socket, await RtpLine.open(whole.codec), whole);
    try {
      await caller.#invite(withinMs);
      return caller;
    } catch (error) {
      caller.#close();
      throw error;
    }
  }

  /** Says a line with flite. Resolves when its last sound has left. */
  async speak(text: string): Promise<void> {
    await this.line.say(await callerSays(text), fliteSampleRateHz);
  }

  async key(keys: string): Promise<void> {
    await this.line.key(keys);
  }

  /** Resolves when the other side has hung up. */
  async hungUp(): Promise<void> {
    if (!this.#hungUp.signal.aborted) await once(this.#hungUp.signal, 'abort');
  }

  async hangUp(): Promise<void> {
    if (this.#isOver) return;
    await this.#untilFinal(this.#request('BYE', 2), patienceMs);
    this.#close();
  }

  async #invite(withinMs: number): Promise<void> {
    const { codec } = this.#dialling;
    const offer = [
      'v=0',
      'o=- 1 1 IN IP4 127.0.0.1',
      's=-',
      'c=IN IP4 127.0.0.1',
      't=0 0',
      `m=audio ${this.line.port} RTP/AVP ${codec.payloadType} ${eventPayloadType}`,
      `a=rtpmap:${codec.payloadType} ${codec.name}`,
      `a=rtpmap:${eventPayloadType} telephone-event/8000`,
      `a=fmtp:${eventPayloadType} 0-15`,
      'a=ptime:20',
      '',
    ].join('\r\n');
    const beganAt = performance.now();
    const answer = await this.#untilFinal(this.#request('INVITE', 1, offer), withinMs);
    this.answeredAfterMs = performance.now() - beganAt;
    this.#to = headerOf(answer, 'to');
    if (statusOf(answer) !== 200) throw new Error(`The call was refused: ${answer.start}`);
    this.#target = /<([^>]+)>/.exec(headerOf(answer, 'contact'))?.[1] ?? this.#target;
    this.#send(this.#request('ACK', 1));
    this.line.sendTo(Number(/^m=audio (\d+)/m.exec(answer.body)?.[1]));
  }

  #request(method: string, sequence: number, body = ''): SipMessage {
    const { port } = this.#socket.address();
    const contact = `<sip:${this.#dialling.from}@127.0.0.1:${port}>`;
    const headers: (readonly [string, string])[] = [
      ['Via', `SIP/2.0/UDP 127.0.0.1:${port};branch=z9hG4bK${randomUUID()}`],
      ['Max-Forwards', '70'],
      ['From', this.#from],
      ['To', this.#to],
      ['Call-ID', this.#callId],
      ['CSeq', `${sequence} ${method}`],
      ['Contact', contact],
    ];
    if (body !== '') headers.push(['Content-Type', 'application/sdp']);
    return { start: `${method} ${this.#target} SIP/2.0`, headers, body };
  }

  /** Sends a request, again and again while nothing answers it (RFC 3261, 17.1), until its final answer comes. */
  async #untilFinal(request: SipMessage, withinMs: number): Promise<SipMessage> {
    const final = Promise.withResolvers<SipMessage>();
    let isHeard = false;
    const listen = (packet: Buffer) => {
      const answer = readSip(packet);
      if (headerOf(answer, 'cseq') !== headerOf(request, 'cseq') || statusOf(answer) === 0) return;
      isHeard = true;
      if (statusOf(answer) >= 200) final.resolve(answer);
    };
    const again = setInterval(() => {
      if (!isHeard) this.#send(request);
    }, retransmitMs);
    const giveUp = setTimeout(() => {
      final.reject(new Error(`No answer to ${methodOf(request) ?? ''} within ${withinMs} ms`));
    }, withinMs);
    this.#socket.on('message', listen);
    try {
      this.#send(request);
      return await final.promise;
    } finally {
      this.#socket.off('message', listen);
      clearInterval(again);
      clearTimeout(giveUp);
    }
  }

  #answerRequest(message: SipMessage): void {
    if (methodOf(message) !== 'BYE') return;
    this.#send(answerTo(message, 'SIP/2.0 200 OK'));
    this.#close();
    this.#hungUp.abort();
  }

  #send(message: SipMessage): void {
    this.#socket.send(writeSip(message), this.#dialling.sipPort, '127.0.0.1');
  }

  #close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.line.close();
    // What was sent last may still be in it.
    setImmediate(() => this.#socket.close());
  }
}
