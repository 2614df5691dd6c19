import type { ModelEndpoint, WorkerConfig } from './config.ts';

const withinMs = 4_000;

/** What is wrong with the set-up of a model, in words for whoever set it up; names variables and no values. */
export interface ModelTrouble {
  variable: string;
  detail: string;
}

/**
 * Asks each model's endpoint for its list of models, which costs nothing: a wrong key, a wrong address or a name that
 * is not there is known at the start, not in the first call. Never rejects; the worker goes on with what is left.
 */
export async function checkModels({ chat, hearing, voice }: WorkerConfig): Promise<ModelTrouble[]> {
  const endpoints = [chat, hearing, voice].filter((endpoint) => endpoint !== undefined);
  const found = await Promise.all(endpoints.map(checkEndpoint));
  const distinct = new Map(found.flat().map((trouble) => [`${trouble.variable} ${trouble.detail}`, trouble]));
  return [...distinct.values()];
}

async function checkEndpoint({ model, apiKey, baseUrl, variables }: ModelEndpoint): Promise<ModelTrouble[]> {
  const { url, key, model: nameOf } = variables;
  const at = (variable: string, detail: string) => [{ variable, detail }];
  let response: Response;
  try {
    response = await fetch(`${(baseUrl ?? 'https://api.openai.com/v1').replace(/\/$/, '')}/models`, {
      headers: { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(withinMs),
    });
  } catch (error) {
    return at(url, `cannot be reached (${reasonOf(error)}): is the server running there?`);
  }
  const { status } = response;
  if (status === 401 || status === 403) return at(key, `is refused (${status}): is the key complete, and still valid?`);
  if (status === 429) return at(key, 'is over its limit (429): is there credit left on the account?');
  if (status >= 500) return at(url, `answers with an error (${status}).`);
  const ids = idsIn(await response.text().catch(() => ''));
  if (ids === undefined && status === 404) return at(url, 'has no list of models (404): does it end in /v1?');
  if (ids === undefined)
    return at(url, 'answers something that is not the API, a web page perhaps: does it end in /v1?');
  if (ids.length > 0 && !ids.includes(model)) return at(nameOf, 'is not among the models that its server offers.');
  return [];
}

function idsIn(body: string): string[] | undefined {
  try {
    const { data } = JSON.parse(body) as { data?: unknown };
    if (!Array.isArray(data)) return undefined;
    return data.map((entry: unknown) => String((entry as { id?: unknown } | null)?.id));
  } catch {
    return undefined;
  }
}

/** fetch hides what happened in its cause. */
function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return `no answer within ${withinMs / 1_000} s`;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no connection';
}
