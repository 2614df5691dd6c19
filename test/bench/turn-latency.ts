import './production.ts';
import { startStack } from '../../stack/start-stack.ts';
import { bareEnvironment } from '../support/bare-environment.ts';
import { type AnsweredTurn, measureBargeIns, measureTurns } from './latency/measure.ts';
import { modelMs, startModelServer } from './latency/model-server.ts';
import { peers } from './latency/peer-name.ts';
import { report } from './latency/report.ts';
import { ours, peerSubject, type Subject } from './latency/subjects.ts';

/** All are measured in one run, for a busy machine is slow for each of them; `orderline` alone while it is worked on. */
const chosen = process.argv[3] === 'orderline' ? [] : peers;
const turns = Number(process.argv[2] ?? 20);
const rounds = Math.max(1, Math.round(turns / 5));
const bargeIns = 3 * rounds;

const heard = { words: '' };
const models = await startModelServer(heard);
const stack = await startStack({
  parts: ['database', 'livekit', 'server', 'worker'],
  environment: bareEnvironment(),
  workerEnvironment: { OPENAI_BASE_URL: models.url },
});
const subjects: Subject[] = [ours(stack)];
try {
  for (const peer of chosen) subjects.push(await peerSubject(peer, stack, models.url));
  const { transcriptionMs, firstTokenMs, firstVoiceByteMs } = modelMs;
  process.stdout.write(
    `Models: transcription ${transcriptionMs} ms after it is asked for, first token ${firstTokenMs}, first sound ${firstVoiceByteMs}; ` +
      `${turns} turns and ${bargeIns} barge-ins each\n`,
  );
  const figures = subjects.map((subject) => ({ subject, answered: [] as AnsweredTurn[], stopped: [] as number[] }));
  // In turn: a machine that is busy for a while is so for each of them.
  for (let round = 0; round < rounds; round++) {
    for (const { subject, answered, stopped } of figures) {
      answered.push(...(await measureTurns(subject, { models, heard, turns: turns / rounds })));
      stopped.push(...(await measureBargeIns(subject, { models, heard, turns: bargeIns / rounds })));
    }
  }
  for (const { subject, answered, stopped } of figures) process.stdout.write(report(subject.name, answered, stopped));
} finally {
  for (const subject of subjects) await subject.stop();
  await stack.stop();
  await models.stop();
}
process.exit(0);
