import { setTimeout as delay } from 'node:timers/promises';
import { defineAgent, inference, type JobContext, type JobProcess, log } from '@livekit/agents';
import type { JoinResponse } from '@orderline/contract/call.ts';
import { runCall } from './call/run-call.ts';
import { readConfig, type WorkerConfig } from './config.ts';
import { keepPersonalDataOutOfTheLog } from './framework-log.ts';
import { FliteVoice } from './models/flite-voice.ts';
import { joinCall } from './server-api/server-client.ts';

/** The server keeps a call that no job joins; another job is sent for it. */
const joinWithinMs = 30_000;
const joinPauseMs = 300;

interface Prepared {
  flite: FliteVoice;
  vad: inference.VAD;
}

/** A job process serves one call: warmed up before there is one, gone after it. */
export default defineAgent<Prepared>({
  prewarm: async (process: JobProcess<Prepared>) => {
    const flite = new FliteVoice();
    const vad = new inference.VAD();
    // The first stream loads the model.
    vad.stream().close();
    await flite.warmUp();
    process.userData = { flite, vad };
  },
  entry: async (ctx: JobContext<Prepared>) => {
    keepPersonalDataOutOfTheLog();
    const config = readConfig(process.env);
    const { flite, vad } = ctx.proc.userData;
    const [joined] = await Promise.all([join(ctx.job.room?.name ?? '', config), ctx.connect()]);
    if (joined === undefined) ctx.shutdown('no call');
    else await runCall(ctx, joined, { config, flite, vad });
  },
});

/** Undefined when the call has ended, is none, or the server cannot be reached. */
async function join(room: string, config: WorkerConfig): Promise<JoinResponse | undefined> {
  const giveUpAt = performance.now() + joinWithinMs;
  while (performance.now() < giveUpAt) {
    try {
      const answer = await joinCall({ serverUrl: config.serverUrl, workerKey: config.workerKey, room });
      if (answer.outcome === 'ok') return answer.value;
      log().warn({ code: answer.problem.code }, 'This room is no call to join');
      return undefined;
    } catch (error) {
      log().warn({ error }, 'The call could not be joined yet');
      await delay(joinPauseMs);
    }
  }
  return undefined;
}
