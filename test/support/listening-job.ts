import { speakWithFlite } from '../../agent-worker/models/flite.ts';
import { framesOf, ListeningCaller } from '../bench/ears/listening-caller.ts';

// A job in the middle of an utterance; it tells so, and listens until it is killed.
const listening = new ListeningCaller().listen('matter');
for (const frame of framesOf(await speakWithFlite('where is my order', 'rms'))) listening.hear(frame);
process.stdout.write('listening\n');
setInterval(() => undefined, 60_000);
