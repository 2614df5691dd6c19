import { parentPort } from 'node:worker_threads';
import { speakWithFlite } from '../../agent-worker/models/flite.ts';

/** The voice that PocketSphinx understands best. */
const callerVoice = 'rms';

parentPort?.on('message', (text: string) => {
  void speakWithFlite(text, callerVoice).then((samples) =>
    parentPort?.postMessage({ text, samples }, [samples.buffer]),
  );
});
