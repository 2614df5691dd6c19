import { parentPort } from 'node:worker_threads';
import { speakWithFlite } from './flite.ts';
import type { FliteReply, FliteRequest } from './flite-voice.ts';

/** The clearest of the built-in voices. */
const voice = 'slt';

parentPort?.on('message', ({ id, text, pace }: FliteRequest) => {
  speakWithFlite(text, voice, pace).then(
    (samples) => parentPort?.postMessage({ id, samples } satisfies FliteReply, [samples.buffer]),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies FliteReply),
  );
});
