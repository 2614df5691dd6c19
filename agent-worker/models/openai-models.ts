import { LLM, STT } from '@livekit/agents-plugin-openai';
import type { llm, stt } from '@livekit/agents';
import type { ModelEndpoint } from '../config.ts';

/** Models that think before they answer take no temperature, and refuse a request that sets one. */
const refusesTemperature = /^(o\d|gpt-5)/;

/** A chat model behind OpenAI's API or a compatible one. */
export function openAiChat({ model, apiKey, baseUrl, temperature }: ModelEndpoint & { temperature: number }): llm.LLM {
  return new LLM({
    model,
    apiKey,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    ...(refusesTemperature.test(model) ? {} : { temperature }),
    parallelToolCalls: false,
  });
}

/** Transcription of whole utterances over HTTP, which every compatible server has; not the plugin's realtime socket. */
export function openAiEars({ model, apiKey, baseUrl }: ModelEndpoint, language: string): stt.STT {
  return new STT({
    model,
    apiKey,
    language,
    useRealtime: false,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  });
}
