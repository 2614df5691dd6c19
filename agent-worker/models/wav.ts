import type { AudioFrame } from '@livekit/rtc-node';

const headerBytes = 44;
const bytesPerSample = 2;

/** Mono 16-bit samples as a WAV file (RIFF, PCM). */
export function wavOf(frames: readonly AudioFrame[]): Uint8Array<ArrayBuffer> {
  const sampleRate = frames[0]?.sampleRate ?? 16_000;
  const dataBytes = frames.reduce((sum, { data }) => sum + data.length, 0) * bytesPerSample;
  const file = new Uint8Array(headerBytes + dataBytes);
  const header = new DataView(file.buffer);
  const write = (at: number, letters: string) => file.set(Buffer.from(letters, 'latin1'), at);
  write(0, 'RIFF');
  header.setUint32(4, headerBytes - 8 + dataBytes, true);
  write(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, sampleRate, true);
  header.setUint32(28, sampleRate * bytesPerSample, true);
  header.setUint16(32, bytesPerSample, true);
  header.setUint16(34, 8 * bytesPerSample, true);
  write(36, 'data');
  header.setUint32(40, dataBytes, true);
  let at = headerBytes;
  for (const { data } of frames) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}
