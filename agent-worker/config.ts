import * as z from 'zod';

const url = z.url({ protocol: /^(https?|wss?)$/ });
const filled = z.string().trim().min(1);

const environment = z.object({
  SERVER_URL: url,
  WORKER_KEY: filled,
  LIVEKIT_URL: url,
  LIVEKIT_API_KEY: filled,
  LIVEKIT_API_SECRET: filled,
  WORKER_HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).default(8081),
  IDLE_JOBS: z.coerce.number().int().min(1).max(64).default(2),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  OPENAI_API_KEY: filled.optional(),
  OPENAI_BASE_URL: url.optional(),
  MODEL: filled.default('gpt-4o'),
  TEMPERATURE: z.coerce.number().min(0).max(2).default(0.2),
  STT_MODEL: filled.default('gpt-4o-mini-transcribe'),
  STT_BASE_URL: url.optional(),
  TTS_MODEL: filled.default('gpt-4o-mini-tts'),
  TTS_VOICE: filled.default('alloy'),
  TTS_BASE_URL: url.optional(),
});

/** Where a model is served, and by which key. */
export interface ModelEndpoint {
  model: string;
  apiKey: string;
  /** OpenAI's own when absent. */
  baseUrl: string | undefined;
}

export interface WorkerConfig {
  serverUrl: string;
  workerKey: string;
  livekit: { url: string; apiKey: string; apiSecret: string };
  healthPort: number;
  idleJobs: number;
  logLevel: string;
  /** Each absent when neither a key nor a base URL is set: then the built-in one does the work. */
  chat: (ModelEndpoint & { temperature: number }) | undefined;
  hearing: ModelEndpoint | undefined;
  voice: (ModelEndpoint & { voice: string }) | undefined;
}

/**
 * Reads the worker's environment.
 * @throws Error that names every variable that is missing or malformed, and none of the values
 */
export function readConfig(variables: NodeJS.ProcessEnv): WorkerConfig {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
    throw new Error(`The worker's environment is missing or malforms: ${names.join(', ')}. See .env.example.`);
  }
  const env = parsed.data;
  const endpoint = (model: string, ownBaseUrl?: string): ModelEndpoint | undefined => {
    const baseUrl = ownBaseUrl ?? env.OPENAI_BASE_URL;
    if (env.OPENAI_API_KEY === undefined && baseUrl === undefined) return undefined;
    // A local model needs no key, but the client wants one.
    return { model, apiKey: env.OPENAI_API_KEY ?? 'none', baseUrl };
  };
  const chat = endpoint(env.MODEL);
  const voice = endpoint(env.TTS_MODEL, env.TTS_BASE_URL);
  return {
    serverUrl: env.SERVER_URL,
    workerKey: env.WORKER_KEY,
    livekit: { url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET },
    healthPort: env.WORKER_HEALTH_PORT,
    idleJobs: env.IDLE_JOBS,
    logLevel: env.LOG_LEVEL,
    chat: chat && { ...chat, temperature: env.TEMPERATURE },
    hearing: endpoint(env.STT_MODEL, env.STT_BASE_URL),
    voice: voice && { ...voice, voice: env.TTS_VOICE },
  };
}
