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
  STT_API_KEY: filled.optional(),
  STT_REALTIME: z.stringbool().optional(),
  TTS_MODEL: filled.default('gpt-4o-mini-tts'),
  TTS_VOICE: filled.default('alloy'),
  TTS_BASE_URL: url.optional(),
  TTS_API_KEY: filled.optional(),
});

/** Where a model is served, and by which key. */
export interface ModelEndpoint {
  model: string;
  apiKey: string;
  /** OpenAI's own when absent. */
  baseUrl: string | undefined;
  /** The variables by which it is set, to be named where something is wrong with it. */
  variables: { model: string; url: string; key: string };
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
  /** Real-time transcribes while somebody speaks, over a socket that not every server has. */
  hearing: (ModelEndpoint & { isRealtime: boolean }) | undefined;
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
  const endpoint = (part: 'STT' | 'TTS' | undefined, model: string): ModelEndpoint | undefined => {
    const own = part === undefined ? undefined : { baseUrl: env[`${part}_BASE_URL`], key: env[`${part}_API_KEY`] };
    const baseUrl = own?.baseUrl ?? env.OPENAI_BASE_URL;
    // A key is for one server: that of the others is not sent to a server of one's own.
    const apiKey = own?.key ?? (own?.baseUrl === undefined ? env.OPENAI_API_KEY : undefined);
    if (apiKey === undefined && baseUrl === undefined) return undefined;
    const variables = {
      model: part === undefined ? 'MODEL' : `${part}_MODEL`,
      url: own?.baseUrl === undefined ? 'OPENAI_BASE_URL' : `${part ?? ''}_BASE_URL`,
      key: own?.key === undefined && own?.baseUrl === undefined ? 'OPENAI_API_KEY' : `${part ?? ''}_API_KEY`,
    };
    // A local model needs no key, but the client wants one.
    return { model, apiKey: apiKey ?? 'none', baseUrl, variables };
  };
  const chat = endpoint(undefined, env.MODEL);
  const hearing = endpoint('STT', env.STT_MODEL);
  const voice = endpoint('TTS', env.TTS_MODEL);
  return {
    serverUrl: env.SERVER_URL,
    workerKey: env.WORKER_KEY,
    livekit: { url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET },
    healthPort: env.WORKER_HEALTH_PORT,
    idleJobs: env.IDLE_JOBS,
    logLevel: env.LOG_LEVEL,
    chat: chat && { ...chat, temperature: env.TEMPERATURE },
    // OpenAI itself has it; of others it is not known, and whoever runs one says so.
    hearing: hearing && { ...hearing, isRealtime: env.STT_REALTIME ?? hearing.baseUrl === undefined },
    voice: voice && { ...voice, voice: env.TTS_VOICE },
  };
}
