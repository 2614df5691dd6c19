import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { AudioFrame, AudioResampler } from '@livekit/rtc-node';
import { decodeMuLaw, encodeMuLaw } from './g711.ts';
import { decodeG722, encodeG722 } from './g722.ts';

/** A codec as telephones offer it (RFC 3551); G.722's clock is said to be 8 kHz, and is not. */
export interface LineCodec {
  readonly payloadType: number;
  readonly name: string;
  readonly sampleRateHz: number;
  readonly encode: (samples: Int16Array) => Uint8Array;
  readonly decode: (codes: Uint8Array) => Int16Array;
}
export const pcmu: LineCodec = {
  payloadType: 0,
  name: 'PCMU/8000',
  sampleRateHz: 8_000,
  encode: encodeMuLaw,
  decode: decodeMuLaw,
};
export const g722: LineCodec = {
  payloadType: 9,
  name: 'G722/8000',
  sampleRateHz: 16_000,
  encode: encodeG722,
  decode: decodeG722,
};

export const eventPayloadType = 101;
const frameMs = 20;
/** Both codecs have a byte for every tick of their clock. */
const ticksPerFrame = 160;
const keyFrames = 5;
const pauseFrames = 4;
const headerBytes = 12;

type Frame = { readonly payload: Uint8Array; readonly isEvent: boolean; readonly sent?: () => void };

/** A telephone's sound: a frame every 20 ms, of what is to be said and of silence between; what comes back is kept. */
export class RtpLine {
  readonly codec: LineCodec;
  readonly #socket: Socket;
  readonly #silence: Uint8Array;
  readonly #queue: Frame[] = [];
  readonly #received: Uint8Array[] = [];
  readonly #ssrc = Math.floor(Math.random() * 0xffff_ffff);
  #sequence = 0;
  #tick = 0;
  #eventTick = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(codec: LineCodec, socket: Socket) {
    this.codec = codec;
    this.#socket = socket;
    this.#silence = codec.encode(new Int16Array(codec.sampleRateHz / 50));
    socket.on('message', (packet) => {
      if ((packet[1] ?? 0) % 128 === codec.payloadType) this.#received.push(packet.subarray(headerBytes));
    });
  }

  static async open(codec: LineCodec): Promise<RtpLine> {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new RtpLine(codec, socket);
  }

  get port(): number {
    return this.#socket.address().port;
  }

  /** What has come back so far, at the codec's rate. */
  get heard(): Int16Array {
    return this.codec.decode(Buffer.concat(this.#received));
  }

  /** The end of it alone, which a codec that remembers what was before gives nearly as it was. */
  heardLately(ms: number): Int16Array {
    return this.codec.decode(Buffer.concat(this.#received.slice(-ms / frameMs)));
  }

  sendTo(port: number): void {
    const begunAt = performance.now();
    let frames = 0;
    this.#timer = setInterval(() => {
      // A timer is late more often than not; what is due is sent.
      for (; frames * frameMs <= performance.now() - begunAt; frames++) this.#sendFrame(port);
    }, frameMs / 2);
  }

  /** Resolves when the last sound has left. */
  async say(samples: Int16Array, sampleRateHz: number): Promise<void> {
    const codes = this.codec.encode(atRate(samples, sampleRateHz, this.codec.sampleRateHz));
    const frames: Frame[] = [];
    for (let at = 0; at + ticksPerFrame <= codes.length; at += ticksPerFrame) {
      frames.push({ payload: codes.subarray(at, at + ticksPerFrame), isEvent: false });
    }
    await this.#send(frames);
  }

  /** Keys digits as RFC 4733 events. Resolves when the last one has left. */
  async key(keys: string): Promise<void> {
    for (const key of keys) {
      const code = '0123456789*#'.indexOf(key);
      const event = (frame: number) => {
        const isEnd = frame >= keyFrames;
        const ticks = Math.min(frame, keyFrames) * ticksPerFrame;
        return Uint8Array.of(code, isEnd ? 0x8a : 0x0a, ticks >> 8, ticks & 0xff);
      };
      // The end is sent three times, for it may get lost.
      const presses = Array.from({ length: keyFrames + 2 }, (_, at) => ({ payload: event(at + 1), isEvent: true }));
      const pause = Array.from({ length: pauseFrames }, () => ({ payload: this.#silence, isEvent: false }));
      await this.#send([...presses, ...pause]);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#socket.close();
  }

  #send(frames: readonly Frame[]): Promise<void> {
    return new Promise((sent) => {
      this.#queue.push(...frames.slice(0, -1), ...frames.slice(-1).map((frame) => ({ ...frame, sent })));
    });
  }

  #sendFrame(port: number): void {
    const { payload, isEvent, sent } = this.#queue.shift() ?? { payload: this.#silence, isEvent: false };
    // All packets of one event have the time at which it began.
    if (!isEvent) this.#eventTick = 0;
    else if (this.#eventTick === 0) this.#eventTick = this.#tick;
    const header = Buffer.alloc(headerBytes);
    header.writeUInt8(0x80, 0);
    header.writeUInt8(isEvent ? eventPayloadType : this.codec.payloadType, 1);
    header.writeUInt16BE(this.#sequence++ & 0xffff, 2);
    header.writeUInt32BE(isEvent ? this.#eventTick : this.#tick, 4);
    header.writeUInt32BE(this.#ssrc, 8);
    this.#tick += ticksPerFrame;
    this.#socket.send(Buffer.concat([header, payload]), port, '127.0.0.1');
    sent?.();
  }
}

function atRate(samples: Int16Array, fromHz: number, toHz: number): Int16Array {
  if (fromHz === toHz) return samples;
  const resampler = new AudioResampler(fromHz, toHz, 1);
  const frames = [...resampler.push(new AudioFrame(samples, fromHz, 1, samples.length)), ...resampler.flush()];
  resampler.close();
  return Int16Array.from(frames.flatMap(({ data }) => [...data]));
}
