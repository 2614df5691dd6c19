import { LLM } from '@livekit/agents-plugin-openai';
import type { llm } from '@livekit/agents';
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
