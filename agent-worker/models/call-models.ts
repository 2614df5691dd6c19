import type { inference, llm, stt } from '@livekit/agents';
import { ClerkLlm } from '../clerk/clerk-llm.ts';
import { choicesIn, phrasesFor } from '../clerk/phrases-for.ts';
import type { CallState } from '../call/call-state.ts';
import type { WorkerConfig } from '../config.ts';
import { CallEars, type TurnRules } from './call-ears.ts';
import { EarsFallback } from './ears-fallback.ts';
import type { FliteVoice } from './flite-voice.ts';
import { ModelFallback } from './model-fallback.ts';
import { OpenAiEars } from './openai-ears.ts';
import { openAiChat } from './openai-chat.ts';
import { OpenAiVoice } from './openai-voice.ts';
import { paidEars, paidVoice } from './paid.ts';
import { findPocketSphinx } from './pocketsphinx.ts';
import { PocketSphinxEars } from './pocketsphinx-ears.ts';
import { type Asked, isAsked } from './question-grammar.ts';
import { RealtimeEars } from './realtime-ears.ts';
import type { Spending } from './spending.ts';
import { SpokenClauses } from './spoken-clauses.ts';

/** A transcription begun in vain costs a fraction of a cent … */
const pauseForRemoteMs = 40;
/** … or half a second of this machine. */
const pauseForBuiltInMs = 200;

/** The models of one call. Where the store has a key, the built-in ones stand behind OpenAI's. */
export interface CallModels {
  chat: llm.LLM;
  voice: SpokenClauses;
  /** Absent where nothing here understands speech: then the caller types. */
  ears: stt.STT | undefined;
}

interface Means {
  config: WorkerConfig;
  flite: FliteVoice;
  vad: inference.VAD;
  turns: TurnRules;
  spending: Spending;
  onDeaf: () => void;
}

export function callModels(call: CallState, { config, flite, vad, turns, spending, onDeaf }: Means): CallModels {
  const clerk = new ClerkLlm({ profile: call.profile });
  const builtIn = builtInEars(call, { isKeptWarm: !config.hearing });
  const language = call.profile.language.slice(0, 2);
  const paid = [
    ...(config.hearing?.isRealtime === true ? [new RealtimeEars(config.hearing, language)] : []),
    ...(config.hearing ? [new OpenAiEars(config.hearing, language)] : []),
  ];
  const ears = [
    ...paid.map((one) => paidEars(one, { spending, isOnly: builtIn === undefined })),
    ...(builtIn ? [builtIn] : []),
  ];
  const pauseMs = config.hearing ? pauseForRemoteMs : pauseForBuiltInMs;
  return {
    chat: config.chat ? new ModelFallback([openAiChat(config.chat), clerk], { spending }) : clerk,
    voice: new SpokenClauses(
      config.voice ? [paidVoice(new OpenAiVoice(config.voice), spending), flite] : [flite],
      () => call.pace,
    ),
    ears:
      ears.length === 0 ? undefined : new CallEars({ ears: new EarsFallback(ears, { onDeaf }), vad, pauseMs, turns }),
  };
}

/** What the clerk asked last; undefined when another model spoke. */
export function askedIn(call: CallState): Asked | undefined {
  const asked = call.lastNote?.['asked'];
  return isAsked(asked) ? asked : undefined;
}

function builtInEars(call: CallState, { isKeptWarm }: { isKeptWarm: boolean }): PocketSphinxEars | undefined {
  const installed = findPocketSphinx();
  if (installed === undefined) return undefined;
  const question = () => {
    const asked = askedIn(call) ?? 'matter';
    const phrases = phrasesFor(asked, choicesIn(call.lastNote));
    return { asked, phrases, orderNumberFormats: call.profile.order_number_formats };
  };
  return new PocketSphinxEars({ ...installed, question, isPhone: call.channel === 'phone', isKeptWarm });
}
