import type { llm, stt } from '@livekit/agents';
import { ClerkLlm } from '../clerk/clerk-llm.ts';
import { phrasesFor } from '../clerk/phrases-for.ts';
import type { CallState } from '../call/call-state.ts';
import type { WorkerConfig } from '../config.ts';
import { EarsFallback } from './ears-fallback.ts';
import type { FliteVoice } from './flite-voice.ts';
import { ModelFallback } from './model-fallback.ts';
import { openAiChat, openAiEars } from './openai-models.ts';
import { OpenAiVoice } from './openai-voice.ts';
import { findPocketSphinx } from './pocketsphinx.ts';
import { PocketSphinxEars } from './pocketsphinx-ears.ts';
import { type Asked, isAsked } from './question-grammar.ts';
import { SpokenClauses } from './spoken-clauses.ts';

/** The models of one call. Where the store has a key, the built-in ones stand behind OpenAI's. */
export interface CallModels {
  chat: llm.LLM;
  voice: SpokenClauses;
  /** Absent where nothing here understands speech: then the caller types. */
  ears: stt.STT | undefined;
  /** To be called when somebody begins to speak. */
  onSpeechBegins: () => void;
}

export function callModels(
  call: CallState,
  { config, flite, onDeaf }: { config: WorkerConfig; flite: FliteVoice; onDeaf: () => void },
): CallModels {
  const clerk = new ClerkLlm({ profile: call.profile });
  const builtIn = builtInEars(call);
  const ears = [
    ...(config.hearing ? [openAiEars(config.hearing, call.profile.language.slice(0, 2))] : []),
    ...(builtIn ? [builtIn] : []),
  ];
  return {
    chat: config.chat ? new ModelFallback([openAiChat(config.chat), clerk]) : clerk,
    voice: config.voice ? new SpokenClauses([new OpenAiVoice(config.voice), flite]) : new SpokenClauses([flite]),
    ears: ears.length === 0 ? undefined : new EarsFallback(ears, onDeaf),
    // Behind other ears the built-in ones are not kept ready: each utterance would cost two processes for nothing.
    onSpeechBegins: () => {
      if (!config.hearing) builtIn?.getReady();
    },
  };
}

/** What the clerk asked last; undefined when another model spoke. */
export function askedIn(call: CallState): Asked | undefined {
  const asked = call.lastNote?.['asked'];
  return isAsked(asked) ? asked : undefined;
}

function builtInEars(call: CallState): PocketSphinxEars | undefined {
  const installed = findPocketSphinx();
  if (installed === undefined) return undefined;
  const question = () => {
    const asked = askedIn(call) ?? 'matter';
    return { asked, phrases: phrasesFor(asked), orderNumberFormats: call.profile.order_number_formats };
  };
  return new PocketSphinxEars({ ...installed, question });
}
