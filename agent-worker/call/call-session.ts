import { inference, voice } from '@livekit/agents';
import { speechTransform } from '../saying/speech-transform.ts';
import type { CallModels } from '../models/call-models.ts';
import type { CallState } from './call-state.ts';
import { patienceFor } from './endpointing.ts';

/** No model is waited for longer than this without another one speaking: no dead air over 4 s. */
const connOptions = { maxRetry: 0, retryIntervalMs: 0, timeoutMs: 4_000 };
/** The caller is not heard while the greeting's echo is being learnt; longer, and an early question is lost. */
const aecWarmupMs = 500;
/** Of speech, until the agent pauses; it goes on when that was no turn ("uh huh", a cough). */
const bargeInAfterMs = 60;
const falseBargeInMs = 500;
/** The answer is begun at each pause that may be the end; more often than this in one turn it is waited. */
const mostSpeculations = 8;
const longestSpeculatedMs = 60_000;
const mostToolSteps = 6;

/** The framework's session of a call, everything of it on this machine: no model of the vendor's cloud is asked. */
export function callSession(call: CallState, models: CallModels, vad: inference.VAD): voice.AgentSession {
  const { minDelay, maxDelay } = patienceFor(undefined);
  const inSpeech: voice.textTransforms.TextTransform = (text) =>
    speechTransform(text, { today: call.today, timeZone: call.profile.time_zone });
  return new voice.AgentSession({
    llm: models.chat,
    tts: models.voice,
    ...(models.ears ? { stt: models.ears } : {}),
    vad: models.ears ? vad : null,
    turnHandling: {
      turnDetection: models.ears ? new inference.TurnDetector({ version: 'v1-mini' }) : null,
      endpointing: { mode: 'fixed', minDelay, maxDelay },
      interruption: { mode: 'vad', minDuration: bargeInAfterMs, falseInterruptionTimeout: falseBargeInMs },
      preemptiveGeneration: {
        preemptiveTts: true,
        maxRetries: mostSpeculations,
        maxSpeechDuration: longestSpeculatedMs,
      },
    },
    aecWarmupDuration: aecWarmupMs,
    userAwayTimeout: null,
    maxToolSteps: mostToolSteps,
    // The framework's filter of markdown holds the end of each sentence back; `inSpeech` knows markdown itself.
    ttsTextTransforms: ['filter_emoji', inSpeech],
    connOptions: { llmConnOptions: connOptions, sttConnOptions: connOptions, ttsConnOptions: connOptions },
  });
}
